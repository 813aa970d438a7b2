### Vereinbarte Namen. Texte auf Deutsch verwenden sie; „check“ meldet die Formen hinter „never:“, außer in den Namen
### hinter „but:“. docs/translators.md erklärt es.

## Orte

# never: Saigon, Sài Gòn, Ho Chi Minh City, Ho Chi Minh Stadt, Ho-Chi-Minh Stadt, Ho Chi Minh-Stadt, Hồ-Chí-Minh-Stadt, Thành phố Hồ Chí Minh, HCMC, HCM-Stadt
# but: HCMC Friendship Dialogue, HCMC Economic Forum
# but: Saigon Times, Sài Gòn Giải Phóng, Saigon Giai Phong, Saigon-Fluss
-city-hcmc = Ho-Chi-Minh-Stadt

# never: Ha Noi, Hà Nội
-city-hanoi = Hanoi

# never: Danang, Đà Nẵng, Đà-Nẵng
-city-da-nang = Da Nang

# never: Hai Phong, Hải Phòng
-city-haiphong = Haiphong

## Behörden und Ämter

# never: Volkskommitee, Volkskommittee, Volks-Komitee
-people-s-committee = Volkskomitee
# never: Lord Mayor
-mayor = Oberbürgermeister
# never: 1. Bürgermeister, Vizebürgermeister
-first-mayor = Erster Bürgermeister
# never: Wirtschaftsbürgermeister
-deputy-mayor-economy = Bürgermeister und Beigeordneter für Wirtschaft, Arbeit und Digitales

## Krankenhäuser

# never: Militärkrankenhaus 175, Militär-Hospital 175, Militärspital 175
-hospital-175 = Militärhospital 175
# never: Uniklinik Leipzig, Uniklinikum Leipzig, Universitätsklinik Leipzig
-university-hospital = Universitätsklinikum Leipzig
# never: Herz-Zentrum Leipzig, Leipziger Herzzentrum
-heart-center = Herzzentrum Leipzig

## Zusammenarbeit

# never: Wirtschafts-Delegation, Handelsdelegation
-economic-delegation = Wirtschaftsdelegation
# never: Freundschafts-Dialog, Friendship Dialog
-friendship-dialogue = HCMC Friendship Dialogue
# never: Dokument über ihre Zusammenarbeit, Dokument über die Zusammenarbeit
-document-2015 = Kooperationsdokument
# never: Sawaco
-water-utility = SAWACO
# never: Nhan Dan
-nhan-dan = Nhân Dân
