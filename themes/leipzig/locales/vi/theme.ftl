### Văn bản của giao diện "leipzig"

language-name = Tiếng Việt

## Ngày tháng

date-long = ngày { $day } tháng { $month-number } năm { $year }
date-short = { $day }/{ $month-number }/{ $year }
date-month = tháng { $month-number } năm { $year }
date-year = năm { $year }
date-range-month = từ ngày { $start-day } đến ngày { $end-day } tháng { $month-number } năm { $year }
date-range-year = từ ngày { $start-day } tháng { $start-month-number } đến ngày { $end-day } tháng { $end-month-number } năm { $year }
date-range = từ ngày { $start-day } tháng { $start-month-number } năm { $start-year } đến ngày { $end-day } tháng { $end-month-number } năm { $end-year }

## Tệp

file-size-bytes = { $size } byte
file-size-kb = { $size } kB
file-size-mb = { $size } MB

## Điều hướng

skip-to-content = Chuyển đến nội dung chính
menu = Trình đơn
menu-close = Đóng trình đơn
menu-main = Trình đơn chính
menu-footer = Các trang khác
menu-legal = Thông tin pháp lý
languages = Ngôn ngữ
language-choose = Chọn ngôn ngữ
language-nearest = (trang này chưa có bản bằng ngôn ngữ đó; liên kết dẫn đến trang gần nhất hiện có)
breadcrumbs = Đường dẫn đến trang này
contents = Mục lục
neighbours = Trang trước và trang sau
page-prev = Trang trước:
page-next = Trang sau:
pager = Các trang của danh sách
pager-slug = trang
pager-label = Trang
pager-newer = Tin mới hơn
pager-older = Tin cũ hơn

## Trang

published = Ngày đăng
updated = Cập nhật
event = Thời gian và địa điểm
event-when = Thời gian
event-where = Địa điểm
event-calendar = Thêm vào lịch
calendar = Lịch sự kiện
authors = Tác giả
credit = Hình ảnh:
translations = Trang này bằng các ngôn ngữ khác
corrections = Đính chính
attachments = Tài liệu tải về
press-kit = Bộ tài liệu báo chí
press-kit-captions = Chú thích ảnh
press-kit-alt = Nội dung ảnh:
sources = Nguồn
contacts = Liên hệ
tags-of-page = Chủ đề
moved = Trang này đã chuyển sang địa chỉ mới
notice-withdrawn = Trang này đã được thu hồi.
notice-withdrawn-on = Trang này đã được thu hồi { $date }.
notice-fallback = Bài này chưa có bản tiếng Việt. Quý vị đang đọc bản gốc bằng ngôn ngữ: { $language }.
notice-outdated = Bản dịch này dựa trên phiên bản trước. Bản nguồn ({ $language }) đã thay đổi sau đó.
notice-outdated-since = Bản dịch này dựa trên phiên bản trước. Bản nguồn ({ $language }) được sửa đổi gần nhất { $date }.
notice-source = Đọc bản nguồn:
entry-language = Ngôn ngữ:
notice-draft = Bản nháp. Trang này chưa được công bố.
address = Địa chỉ

## Danh sách và chủ đề

tags = Chủ đề
    .slug = chu-de
tags-description = Tất cả các chủ đề trên trang web này.
tags-page-title = Chủ đề: { $tag }
tags-page-description = Tất cả tin tức và bài viết thuộc chủ đề “{ $tag }”.
tag-count = { $count } trang
list-empty = Hiện chưa có nội dung nào.

## Tìm kiếm và trang không tồn tại

search = Tìm kiếm
search-label = Quý vị muốn tìm gì?
search-hint = Tìm trong toàn bộ nội dung của mọi trang. Có thể gõ không dấu.
search-found = { $count } kết quả
search-found-in = Bằng tiếng Việt: { $count } kết quả
search-none = Không tìm thấy trang nào. Dưới đây là toàn bộ các trang theo từng mục.
search-failed = Không tải được dữ liệu tìm kiếm. Xin quý vị tải lại trang.
search-scriptless = Chức năng tìm kiếm cần JavaScript. Khi không dùng JavaScript, quý vị có thể xem toàn bộ các trang theo từng mục ở dưới, hoặc theo chủ đề ở trang “Chủ đề”.
search-results = Kết quả tìm kiếm
search-more = Xem thêm kết quả
search-elsewhere = Kết quả bằng ngôn ngữ khác
search-section = Mục
search-year = Năm
search-all = Tất cả
search-section-pages = { $section }: tất cả { $count } trang
search-undated = không ghi ngày
not-found-title = Không tìm thấy trang này
not-found-text = Không có nội dung nào ở địa chỉ này. Có thể trang đã chuyển sang địa chỉ khác hoặc địa chỉ bị gõ sai.
not-found-search = Tìm kiếm và danh mục tất cả các trang
not-found-home = Về trang chủ: { $site }

## Nguồn cấp tin

feed = Nhận tin mới (nguồn Atom)
feed-title = { $site }: Tin tức
feed-title-of = { $site }: { $name }

## Trang chủ

home-strands = Ba hướng hợp tác
home-newest = Tin tức
home-topics = Lĩnh vực trọng tâm

## Thông tin về cơ quan chủ quản

publisher = Cơ quan chủ quản
license = Giấy phép sử dụng văn bản:
not-provided = chưa được cung cấp
press-contact = Đầu mối liên hệ báo chí
imprint-provider = Đơn vị quản lý trang
imprint-contact = Liên hệ
imprint-editor = Chịu trách nhiệm nội dung
privacy-controller = Đơn vị chịu trách nhiệm xử lý dữ liệu
field-host = Đơn vị lưu trữ trang web
privacy-officer = Người phụ trách bảo vệ dữ liệu
accessibility-report = Phản ánh trở ngại tiếp cận
accessibility-enforcement = Thủ tục khiếu nại
field-name = Tên
field-represented-by = Người đại diện
field-street = Số nhà, tên đường
field-postal-code = Mã bưu chính
field-city = Thành phố
field-country = Quốc gia
field-phone = Điện thoại
field-email = Thư điện tử
field-vat-id = Mã số thuế giá trị gia tăng
field-supervisor = Cơ quan giám sát
field-editor = Người chịu trách nhiệm
field-contact = Người liên hệ
field-material = Hình ảnh và tư liệu báo chí
field-enforcement = Cơ quan có thẩm quyền
