language-name = Tiếng Việt
date-long = ngày { $day } tháng { $month-number } năm { $year }
date-short = { $day }/{ $month-number }
date-month = tháng { $month-number } năm { $year }
date-year = { $year }
date-range-month = từ ngày { $start-day } đến ngày { $end-day } tháng { $month-number } năm { $year }
date-range-year = từ ngày { $start-day } tháng { $start-month-number } đến ngày { $end-day } tháng { $end-month-number } năm { $year }
date-range = từ ngày { $start-day } tháng { $start-month-number } năm { $start-year } đến ngày { $end-day } tháng { $end-month-number } năm { $end-year }
