site-title = Trang web mẫu
menu-everything = Trang đầy đủ
tag-street = Đường phố
tag-monitoring = Kết quả giám sát
