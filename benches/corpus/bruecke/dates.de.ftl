language-name = Deutsch
date-long = { $day }. { $month } { $year }
date-short = { $day }. { $month-number }.
date-month = { $month } { $year }
date-year = { $year }
date-range-month = { $start-day }.–{ $end-day }. { $month } { $year }
date-range-year = { $start-day }. { $start-month } – { $end-day }. { $end-month } { $year }
date-range = { $start-day }. { $start-month } { $start-year } – { $end-day }. { $end-month } { $end-year }
