### Agreed names. Texts in English use them; "check" reports the forms after "never:", except within the names after
### "but:". docs/translators.md explains it.

## Places

# never: Saigon, Sài Gòn, Ho-Chi-Minh City, Ho-Chi-Minh-City, Hochiminh City, Thành phố Hồ Chí Minh, HCMC
# but: HCMC Friendship Dialogue, HCMC Economic Forum
# but: Saigon Times, Sài Gòn Giải Phóng, Saigon Giai Phong, Saigon River
-city-hcmc = Ho Chi Minh City

# never: Ha Noi, Hà Nội
-city-hanoi = Hanoi

# never: Danang, Đà Nẵng
-city-da-nang = Da Nang

# never: Hai Phong, Hải Phòng
-city-haiphong = Haiphong

## Authorities and offices

# never: Peoples' Committee, Peoples Committee
-people-s-committee = People's Committee
# never: Lord Mayor, Chief Mayor
-mayor = Mayor
# never: First Deputy Mayor, 1st Mayor
-first-mayor = First Mayor
# never: Mayor for economic affairs, Mayor for Economic Affairs
# but: Deputy Mayor for Economic Affairs
-deputy-mayor-economy = Deputy Mayor for Economic Affairs, Employment and Digital Affairs

## Hospitals

# never: Military Hospital No. 175, 175 Military Hospital, Hospital 175
-hospital-175 = Military Hospital 175
# never: University Hospital Leipzig, Leipzig University Clinic, University Clinic Leipzig
-university-hospital = Leipzig University Hospital
# never: Leipzig Heart Centre, Heart Centre Leipzig, Heart Center Leipzig
-heart-center = Leipzig Heart Center

## Cooperation

# never: business delegation, trade delegation
-economic-delegation = economic delegation
# never: Friendship Dialog
# but: Friendship Dialogue
-friendship-dialogue = HCMC Friendship Dialogue
# never: cooperation document
-document-2015 = document of cooperation
# never: training contract, training contracts
# but: vocational training contract, vocational training contracts
-training-contract = vocational training contract
# never: Sawaco
-water-utility = SAWACO
# never: Nhan Dan
-nhan-dan = Nhân Dân
