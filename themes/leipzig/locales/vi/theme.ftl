### Văn bản của chủ đề giao diện (theme) "leipzig"

language-name = Tiếng Việt

## Ngày tháng
## Giữa “ngày”, “tháng”, “năm” và con số, cũng như trước đơn vị, là dấu cách không ngắt (U+00A0) để dòng không bị ngắt ở đó.

date-long = ngày { $day } tháng { $month-number } năm { $year }
date-short = { $day }/{ $month-number }/{ $year }
date-month = tháng { $month-number } năm { $year }
date-year = năm { $year }
date-range-month = từ ngày { $start-day } đến ngày { $end-day } tháng { $month-number } năm { $year }
date-range-year = từ ngày { $start-day } tháng { $start-month-number } đến ngày { $end-day } tháng { $end-month-number } năm { $year }
date-range = từ ngày { $start-day } tháng { $start-month-number } năm { $start-year } đến ngày { $end-day } tháng { $end-month-number } năm { $end-year }

## Tệp

file-size-bytes = { $size } byte
file-size-kb = { $size } kB
file-size-mb = { $size } MB

## Điều hướng

skip-to-content = Chuyển đến nội dung chính
menu = Danh mục
menu-close = Đóng danh mục
menu-main = Danh mục chính
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
event-of = Ngày diễn ra
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
notice-draft = Bản nháp. Trang này chưa được đăng.
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
search-failed = Chức năng tìm kiếm hiện không khả dụng. Xin quý vị tải lại trang.
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
not-found-search = Tìm kiếm và danh sách tất cả các trang
not-found-home = Về trang chủ: { $site }

## Nguồn cấp tin

feed = Nhận tin mới (nguồn Atom)
feed-title = { $site }: Tin tức
feed-title-of = { $site }: { $name }

## Trang chủ

home-strands = Tổng quan hợp tác
home-newest = Tin tức
home-topics = Lĩnh vực trọng tâm

## Thông tin về cơ quan chủ quản

publisher = Cơ quan chủ quản
license = Giấy phép sử dụng văn bản:
not-provided = chưa được cung cấp
press-contact = Đầu mối liên hệ báo chí
imprint-contact = Liên hệ
# Điều 5 Luật Dịch vụ số (DDG) và Điều 18 khoản 1, 2 Hiệp ước Truyền thông giữa các bang (MStV) của Đức.
imprint-provider = Thông tin theo Điều 5 Luật Dịch vụ số (DDG) và Điều 18 Hiệp ước Truyền thông giữa các bang (MStV) của Đức
imprint-editor = Người chịu trách nhiệm nội dung theo Điều 18 khoản 2 MStV
legal-binding = Bản tiếng Đức là bản có giá trị pháp lý.
# Điều 13 khoản 1 và 2 GDPR quy định nội dung của trang này.
privacy-controller = Cơ quan chịu trách nhiệm xử lý dữ liệu
privacy-officer = Người phụ trách bảo vệ dữ liệu cá nhân
# Điều 6 khoản 1 điểm e GDPR cùng Điều 3 SächsDSDG, như trong chính sách bảo vệ dữ liệu của opendata.leipzig.de.
privacy-purpose = Mục đích và cơ sở pháp lý
privacy-purpose-text = Khi quý vị mở một trang, máy chủ xử lý địa chỉ IP, thời điểm, địa chỉ trang và những thông tin mà trình duyệt gửi kèm. Việc này cần thiết để gửi trang đến quý vị và bảo đảm an toàn vận hành. Trang web cung cấp thông tin cho công chúng và như vậy phục vụ một nhiệm vụ vì lợi ích công. Cơ sở pháp lý là Điều 6 khoản 1 điểm e Quy định chung về bảo vệ dữ liệu (GDPR) cùng Điều 3 Luật thi hành quy định bảo vệ dữ liệu của bang Sachsen (SächsDSDG).
# Điều 13 khoản 1 điểm e và Điều 28 GDPR.
privacy-recipients = Bên nhận dữ liệu
privacy-recipients-text = Một đơn vị cung cấp dịch vụ vận hành máy chủ theo ủy quyền (Điều 28 GDPR). Dữ liệu không được chuyển cho bên nào khác.
# Điều 13 khoản 2 điểm a GDPR.
privacy-retention = Thời gian lưu trữ
field-retention = Nhật ký máy chủ
privacy-search = Tìm kiếm
privacy-search-text = Việc tìm kiếm diễn ra trong trình duyệt của quý vị. Từ khóa nằm trong địa chỉ trang nên có thể xuất hiện trong nhật ký máy chủ.
privacy-mail = Liên hệ và câu hỏi
privacy-mail-text = Khi quý vị viết thư hoặc gọi điện, chẳng hạn qua đầu mối báo chí hoặc để phản ánh trở ngại tiếp cận, chúng tôi xử lý thông tin của quý vị để trả lời. Cơ sở pháp lý cũng là Điều 6 khoản 1 điểm e GDPR cùng Điều 3 SächsDSDG. Chúng tôi xóa thông tin khi không còn cần cho mục đích này và cho việc lưu hồ sơ.
# Điều 13 khoản 2 điểm b GDPR; nội dung các quyền nằm trong những điều được nêu.
privacy-rights = Quyền của quý vị
privacy-rights-text = Quý vị có quyền được cung cấp thông tin (Điều 15 GDPR), đính chính (Điều 16), xóa (Điều 17) và hạn chế xử lý dữ liệu (Điều 18). Quý vị có thể phản đối việc xử lý (Điều 21). Xin liên hệ cơ quan nêu ở trên.
# Điều 13 khoản 2 điểm d và Điều 77 GDPR.
privacy-complaint = Khiếu nại
privacy-complaint-text = Quý vị có thể khiếu nại với cơ quan giám sát bảo vệ dữ liệu (Điều 77 GDPR).
field-authority = Cơ quan giám sát
# Quyết định thi hành (EU) 2018/1523, phụ lục; Luật về trang web không rào cản (BfWebG) của bang Sachsen ngày 10 tháng 4 năm 2019.
accessibility-compliance = Mức độ đáp ứng yêu cầu
accessibility-body = Cơ quan chủ quản của trang web
accessibility-scope = { $name } nỗ lực để mọi người đều có thể tiếp cận trang web này, theo Luật về trang web không rào cản của bang Sachsen (BfWebG) và quy định mà luật này dẫn chiếu (BITV 2.0). Tuyên bố này áp dụng cho { $address }.
accessibility-full = Trang web này đáp ứng đầy đủ các yêu cầu.
accessibility-partial = Trang web này đáp ứng một phần các yêu cầu. Những điểm chưa đáp ứng được nêu dưới đây.
accessibility-not = Trang web này chưa đáp ứng các yêu cầu. Những điểm chưa đáp ứng được nêu dưới đây.
accessibility-statement = Về tuyên bố này
# Điều 3 Quyết định thi hành (EU) 2018/1523: phải nêu phương pháp và rà soát tuyên bố thường xuyên.
accessibility-method = Tuyên bố này dựa trên kết quả tự đánh giá.
field-created = Ngày lập
field-reviewed = Ngày rà soát gần nhất
accessibility-report = Phản ánh trở ngại tiếp cận
# Thời hạn một tháng do cơ quan thực thi của bang Sachsen nêu (durchsetzungsstelle.sachsen.de).
accessibility-report-text = Nếu gặp trở ngại hoặc cần nội dung ở dạng khác, xin quý vị liên hệ cơ quan nêu dưới đây. Quý vị vui lòng cho biết địa chỉ trang và mô tả ngắn gọn vấn đề. Quý vị sẽ nhận được trả lời trong vòng một tháng.
accessibility-enforcement = Thủ tục giải quyết khi không được phản hồi thỏa đáng (Durchsetzungsverfahren)
# durchsetzungsstelle.sachsen.de, về việc gửi khiếu nại đến cơ quan thực thi.
accessibility-enforcement-text = Nếu không nhận được trả lời trong vòng một tháng hoặc không hài lòng với câu trả lời, quý vị có thể liên hệ cơ quan thực thi. Thủ tục này miễn phí; quý vị không cần luật sư.
field-legal-form = Hình thức pháp lý
field-business-id = Mã số định danh doanh nghiệp
field-address = Địa chỉ
field-website = Trang web
field-host = Đơn vị lưu trữ trang web
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
field-editor = Họ và tên
field-contact = Người liên hệ
field-material = Hình ảnh và tư liệu báo chí
field-enforcement = Cơ quan có thẩm quyền
