### Văn bản của trang web

site-title = Leipzig và Việt Nam

## Danh mục

menu-partnership = Kết nghĩa
menu-delegation = Đoàn kinh tế 2024
menu-dialogue = Đối thoại Hữu nghị
menu-topics = Lĩnh vực
menu-news = Tin tức
menu-press = Báo chí
menu-about = Giới thiệu
menu-imprint = Thông tin pháp lý
menu-privacy = Bảo vệ dữ liệu cá nhân
menu-accessibility = Khả năng tiếp cận

## Chủ đề

tag-partnership = Quan hệ kết nghĩa
tag-delegation = Đoàn công tác
tag-dialogue = Đối thoại Hữu nghị
tag-skilled-workers = Lao động có tay nghề
tag-health = Y tế
tag-water = Ngành nước
tag-technology = Công nghệ
tag-economy = Kinh tế
