### Các tên đã thống nhất. Văn bản tiếng Việt dùng những tên này; “check” báo các dạng ghi sau “never:”, trừ khi nằm trong
### tên ghi sau “but:”. Xem docs/translators.md.

## Địa danh

# never: Sài Gòn, Saigon, Thành phố HCM, TP.HCM, TP. HCM, TPHCM, TP Hồ Chí Minh, TP. Hồ Chí Minh, Ho Chi Minh City
# but: Saigon Times, Sài Gòn Giải Phóng, sông Sài Gòn, Sông Sài Gòn, Tổng Công ty Cấp nước Sài Gòn
-city-hcmc = Thành phố Hồ Chí Minh

# never: Hanoi, Ha Noi
# but: Hanoi IEC
-city-hanoi = Hà Nội

# never: Da Nang, Danang
-city-da-nang = Đà Nẵng

# never: Haiphong, Hai Phong
-city-haiphong = Hải Phòng

## Cơ quan và chức vụ

# never: Uỷ ban nhân dân, Ủy ban Nhân dân, Uỷ ban Nhân dân, UBND
-people-s-committee = Ủy ban nhân dân
# never: Đốc lý
-mayor = Thị trưởng
# never: Phó Thị trưởng Thứ nhất, Phó Thị trưởng thứ Nhất
-first-mayor = Phó Thị trưởng thứ nhất
# never: Thị trưởng phụ trách kinh tế
# but: Phó Thị trưởng phụ trách kinh tế
-deputy-mayor-economy = Phó Thị trưởng phụ trách kinh tế, lao động và số hóa

## Bệnh viện

# never: Quân y viện 175, Viện Quân y 175, Bệnh viện 175
-hospital-175 = Bệnh viện Quân y 175
# never: Bệnh viện Đại học tổng hợp Leipzig, Bệnh viện Trường Đại học Leipzig
-university-hospital = Bệnh viện Đại học Leipzig
# never: Trung tâm Tim Leipzig, Trung tâm Tim mạch thành phố Leipzig
-heart-center = Trung tâm Tim mạch Leipzig

## Hợp tác

# never: đoàn kinh tế – quốc phòng
-economic-delegation = đoàn doanh nghiệp và kinh tế (đoàn kinh tế)
# never: Đối thoại hữu nghị
-friendship-dialogue = Đối thoại Hữu nghị Thành phố Hồ Chí Minh
# never: văn bản hợp tác
-document-2015 = văn kiện hợp tác
# never: đơn vị cấp nước SAWACO, Sawaco
-water-utility = Tổng Công ty Cấp nước Sài Gòn (SAWACO)
# never: Nhan Dan
-nhan-dan = Báo Nhân Dân
