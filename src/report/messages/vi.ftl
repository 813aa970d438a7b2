level-error = lỗi
level-warning = cảnh báo
level-help = gợi ý
building = đang tạo trang web …
summary-language = { $lang }: { $pages } trang, { $translated } đã dịch, { $missing } còn thiếu
summary-written = đã ghi { $changed } tệp, { $unchanged } không đổi, { $removed } đã xóa trong { $output } ({ $ms } ms)
summary-checked = đã kiểm tra: { $errors } lỗi, { $warnings } cảnh báo ({ $ms } ms)
summary-failed = { $errors } lỗi, { $warnings } cảnh báo: chưa ghi gì cả, kết quả đúng gần nhất vẫn được giữ nguyên
summary-next = thay đổi tiếp theo: { $time } – khi đó hãy tạo lại trang web
schedule-none = Không có trang nào sắp được đăng hoặc hết hạn.
schedule-publish = được đăng
schedule-expire = hết hạn
not-ours = { $path } có những tệp không do bruecke tạo ra, vì vậy chưa ghi gì cả. Xin chỉ định một thư mục khác bằng --output, hoặc xóa các tệp sau:
not-ours-further = và { $count } tệp khác
disk-full = trang web cần { $what } MB, và bản cũ vẫn nằm bên cạnh cho đến khi ghi xong; nội dung đang công khai không thay đổi
waiting-build = một lần chạy khác của bruecke đang tạo trang web này hoặc đang ghi vào { $path }; xin đợi đến khi xong …
busy-build = Một lần chạy khác của bruecke đang tạo trang web này hoặc đang ghi vào { $path }; vì có --no-wait nên chưa làm gì cả.
output-in-site = { $path } là hoặc chứa một thư mục nguồn của trang web (content, locales, themes, .bruecke). Xin chỉ định một thư mục khác bằng --output.
not-ours-file = Những tệp sau không do bruecke tạo ra nhưng nằm ở chỗ trang web cần đặt tệp của mình; chưa ghi gì cả. Hãy chuyển chúng đi nơi khác hoặc đặt “slug:” khác cho trang:
sync-added = { $path }: đã thêm { $count } bản nháp: { $names }
sync-nothing = Không thiếu gì: không có tệp nào thay đổi.
sync-unknown = Trang web không có ngôn ngữ “{ $lang }”. site.yaml liệt kê: { $languages }
new-added = { $path }: { $count } thông điệp cần dịch
locale-exists = { $path } đã có tệp, vì vậy chưa ghi gì cả. Để thêm các thông điệp còn thiếu, hãy dùng “bruecke locales sync”.
new-next = Bước tiếp theo: thêm “{ $lang }” vào “languages” trong site.yaml, tạo content/_index.{ $lang }.md và dịch. “bruecke locales check” cho biết những gì còn phải dịch.
failure = lỗi: { $reason }
more-messages = và { $count } thông báo nữa: hãy sửa những lỗi ở trên trước
cannot-listen = không mở được { $what }; hãy chọn cổng khác bằng --port, hoặc --port 0 để lấy một cổng còn trống
cannot-answer = bản xem trước không thể trả lời nữa
cannot-wait = không thể chờ Ctrl-C
cannot-follow = không thể theo dõi thay đổi nữa
cannot-open = không mở được thư mục { $what }
cannot-watch = không theo dõi được { $what }
cannot-read = không đọc được { $what }
cannot-write = không ghi được { $what }
cannot-remove = không xóa được { $what }
cannot-make-folder = không tạo được thư mục { $what }
cannot-place = không đưa được { $what } vào đúng chỗ
io-not-found = không có tệp hoặc thư mục này
io-permission = không có quyền
io-read-only = ổ đĩa chỉ cho phép đọc
io-full = ổ đĩa đã đầy
io-folder = đây là một thư mục
io-no-folder = một phần của đường dẫn không phải là thư mục
io-in-use = một chương trình khác đang dùng
serving = Có thể xem trang web tại { $url } – nhấn Ctrl-C để kết thúc
serving-lan = trong mạng này tại { $url }
serving-status = Tình trạng trang web: { $url }
no-browser = không mở được trình duyệt; địa chỉ là { $url }
serve-errors = Trang web đang có lỗi. Trang này hiển thị phiên bản đúng gần nhất.
serve-none = Chưa có phiên bản nào không lỗi: xin sửa các lỗi rồi lưu lại.
serve-hide = Ẩn
badge-draft = Bản nháp: chỉ thấy khi xem trước
badge-embargo = Không đăng trước { $time }: chỉ thấy khi xem trước
status-title = Tình trạng trang web
status-languages = Các trang theo ngôn ngữ
status-language = Ngôn ngữ
status-pages = Số trang
status-outdated = lỗi thời
status-missing = còn thiếu
status-draft = bản nháp
status-embargo = chưa đến thời điểm được đăng
status-problems = Lỗi và cảnh báo
status-no-problems = Không có gì cần sửa.
status-schedule = Sắp tới
status-last = Thay đổi gần đây
status-saved = Thay đổi do lần lưu gần nhất:
status-all = Tất cả các trang
status-all-caption = Mọi trang trong mọi ngôn ngữ, kèm tình trạng
status-page = Trang
exported = { $path }: { $count } trang cần dịch
exported-none = không có trang nào ở các trạng thái này; chưa ghi gì
imported = đã ghi { $path }{ $count ->
    [0] {""}
   *[other] , còn { $count } đoạn chưa dịch
 }
imported-none = không có trang nào được ghi

state-original = bản gốc
state-current = khớp bản nguồn
state-outdated = lỗi thời
state-unmarked = chưa ghi phiên bản
state-missing = còn thiếu
translations-page = trang
translations-none = Không có trang nào ở tình trạng này.
outdated-since = { $words } từ, { $percent }%, { $day ->
    [none] chưa được commit
   *[other] từ { $day }
 }
no-such-language = “{ $lang }” không phải là ngôn ngữ của trang web; các ngôn ngữ có: { $languages }
no-such-page = không có trang “{ $page }”{ $nearest ->
    [none] {""}
   *[other] ; có phải là “{ $nearest }” không?
 }
no-history = Trang web không nằm trong kho git, hoặc máy không có chương trình “git”: không thể cho biết những gì đã thay đổi.
not-in-history = Lịch sử git không có phiên bản nguồn mà { $file } được dịch từ đó. Có thể phiên bản ấy đã được ghi nhận trước khi commit.
diff-nothing = { $file } không lỗi thời ({ $state }): không có gì để so sánh.
mark-nothing = Không có gì để ghi nhận.
mark-failed = không thể sửa { $file } một cách an toàn; hãy tự ghi revision: "{ $revision }" vào translation:
marked = đã ghi nhận: { $file }
new-exists = { $file } đã có rồi
new-made = đã tạo: { $file }; hãy xóa “draft: true” khi đã dịch xong
init-exists = { $file } đã có rồi: đây đã là một trang web
init-made = đã tạo: { $folder }. Tiếp tục ở đó với “bruecke serve”; trước hết hãy điền cơ quan chủ quản trong site.yaml
new-page-made = đã tạo: { $file }; hãy xóa “draft: true” khi trang được phép công khai
new-kind-missing = Loại trang nào? Giao diện có: { $kinds }. Ví dụ: bruecke new release "Tiêu đề"
new-kind-unknown = Giao diện không có mẫu “{ $kind }”{ $nearest ->
    [none] .
   *[other] ; có phải là “{ $nearest }” không?
 } Các mẫu có: { $kinds }
new-title-missing = Thiếu tiêu đề. Ví dụ: bruecke new release "Tiêu đề"
new-title-empty = Tiêu đề không có chữ cái hay chữ số nào: không thể tạo địa chỉ từ đó
new-archetype-wrong = mẫu “{ $kind }” của chủ đề giao diện tạo ra trang có các lỗi này; chưa ghi gì cả
new-ask-kind = Loại trang nào?
new-ask-title = Tiêu đề
new-no-editor = Chưa biết trình soạn thảo nào: hãy đặt EDITOR, ví dụ EDITOR="code --wait"
new-editor-failed = Không chạy được trình soạn thảo hoặc nó kết thúc với lỗi: { $editor }
report-made = đã ghi: { $file }
report-title = Tình trạng bản dịch
explain-missing = “{ $page }” không có tệp ngôn ngữ “{ $lang }”
origin-own = từ tệp của chính trang ({ $place })
origin-inherited = từ bản gốc ({ $place })
origin-untranslated = chưa dịch: bản gốc có, và mục này không bao giờ được kế thừa

no-site = không có tệp site.yaml trong { $root }
    .help = hãy chạy bruecke trong thư mục của trang web, hoặc chỉ định thư mục đó bằng --root
unreadable = không thể đọc { $file }: { $reason }
    .help = hãy kiểm tra xem tệp có tồn tại không và quý vị có quyền đọc tệp không
link-outside = { $file } là liên kết tượng trưng dẫn ra ngoài thư mục của trang web, hoặc tới một mục ẩn trong đó
    .help = hãy đặt chính tệp đó vào đây: nếu không, một trang có thể làm lộ bất cứ thứ gì mà liên kết dẫn tới
special-file = { $file } là ống dẫn (pipe), socket hoặc thiết bị
    .help = hãy xóa nó: trang web chỉ gồm tệp và thư mục
internal-error = chính bruecke có lỗi và không xử lý được { $file }: { $reason }
    .help = xin hãy báo lại thông báo này, nếu được thì kèm theo tệp; mọi phần khác vẫn đã được kiểm tra
not-utf8 = { $file } không được lưu dưới dạng UTF-8
    .help = hãy lưu tệp với bảng mã UTF-8
yaml-syntax = đây không phải là YAML hợp lệ: { $reason }
    .help = văn bản có dấu hai chấm, dấu # hoặc dấu ngoặc kép phải đặt trong dấu ngoặc kép thẳng: title: "Leipzig: một bài tường thuật"
duplicate-key = khóa “{ $key }” xuất hiện hai lần
    .help = chỉ giữ lại một trong hai dòng
unknown-key = khóa “{ $key }” không được dùng ở đây
    .help = { $nearest ->
        [none] các giá trị riêng được đặt dưới “extra:”
       *[other] có phải ý quý vị là “{ $nearest }” không?
    }
missing-key = thiếu khóa “{ $key }”
    .help = hãy thêm một dòng “{ $key }: …”
wrong-type = giá trị phải là { $expected ->
    [text] một văn bản
    [number] một số nguyên
    [boolean] true hoặc false
    [list] một danh sách: các dòng bắt đầu bằng “- ”, hoặc [a, b]
    [mapping] một nhóm khóa, viết thụt vào ở bên dưới
    [missing] fallback, omit hoặc error
    [sort_by] date, weight hoặc title
    [status] full, partial hoặc not
    [features] editor
    [raw-html] true, false hoặc trusted
    [git-host] github, gitlab hoặc gitea
    [repository] chủ sở hữu và tên kho mã, chẳng hạn thanh-pho/trang-web
   *[other] { $expected }
 }
    .help = { $expected ->
        [text] hãy đặt văn bản trong dấu ngoặc kép thẳng nếu nó không được hiểu là văn bản
       *[other] {""}
    }
bad-date = “{ $value }” không phải là ngày hợp lệ
    .help = hãy viết 2024-09-22, hoặc kèm giờ 2024-09-22T10:00+02:00
bad-url = “{ $value }” không phải là địa chỉ hợp lệ
    .help = hãy viết địa chỉ đầy đủ: https://example.org/path/; địa chỉ phụ (alias) bắt đầu từ gốc của trang web: /old/address/
editor-package = trình biên tập thiếu node_modules/{ $file }
    .help = hãy cài đặt trong thư mục của trang web: npm install @sveltia/cms@{ $version }; hoặc bỏ “editor” khỏi “features”
editor-version = trình biên tập có phiên bản { $version }, phiên bản đã kiểm tra là { $tested }
    .help = trước khi đăng, hãy thử mở và lưu; phiên bản đã kiểm tra được cài bằng: npm install @sveltia/cms@{ $tested }
bad-language = “{ $value }” không phải là ngôn ngữ, hoặc được liệt kê hai lần
    .help = { $meant ->
        [none] hãy dùng mã ngôn ngữ BCP 47, chẳng hạn de, vi, en hoặc pt-BR
       *[other] mã của ngôn ngữ này là “{ $meant }”
    }
bad-email = “{ $value }” không phải là địa chỉ email
    .help = hãy ghi một địa chỉ duy nhất, có ký tự @: baochi@example.org
bad-phone = “{ $value }” không phải là số điện thoại
    .help = hãy ghi một số duy nhất, tốt nhất là kèm mã quốc gia: +84 28 1234 5678
bad-revision = “{ $value }” không phải là mã phiên bản của bản nguồn
    .help = mã phiên bản gồm 12 ký tự 0–9 và a–f, đặt trong dấu ngoặc kép; nếu không biết, hãy bỏ trống
unknown-language = trang web không có ngôn ngữ “{ $value }”
    .help = site.yaml liệt kê: { $languages }
bad-timezone = “{ $value }” không phải là múi giờ
    .help = hãy dùng một tên như Europe/Berlin hoặc Asia/Ho_Chi_Minh
bad-feed-id = “{ $value }” không phải là tên cho mã định danh của nguồn cấp tin
    .help = “feeds: id:” gồm một tên miền và một năm mà tên miền đó thuộc về quý vị, ví dụ example.org,2026 (RFC 4151)
unknown-tag = không có chủ đề “{ $tag }”
    .help = { $nearest ->
        [none] chủ đề được ghi bằng khóa, như trong các trang
       *[other] có phải là “{ $nearest }” không?
    }
feed-of-page = “{ $dest }” không phải là mục nên không có nguồn cấp tin
    .help = hãy ghi tệp của mục, ví dụ /news/_index.md
kit-of-page = “{ $dest }” không phải là mục; bộ tài liệu báo chí chỉ dành cho các tin trong một mục
    .help = hãy ghi tệp của mục, ví dụ /news/_index.md
no-language = tên tệp không cho biết ngôn ngữ
    .help = hãy đặt tên tệp là { $name }.{ $lang }.md
no-front-matter = tệp không bắt đầu bằng phần thông tin đầu trang (front matter)
    .help = hãy bắt đầu bằng một dòng “---”, tiếp theo là “title: …”, rồi một dòng “---”
open-front-matter = phần thông tin đầu trang (front matter) chưa được đóng
    .help = hãy kết thúc phần này bằng một dòng “---”
duplicate-page = trang này có hai bản trong cùng ngôn ngữ này; tệp kia là { $other }
    .help = hãy xóa hoặc đổi tên một trong hai tệp
unknown-theme = không có chủ đề giao diện “{ $theme }”
    .help = { $nearest ->
        [none] chủ đề giao diện là các thư mục trong themes/; chủ đề giao diện kèm sẵn là “leipzig”
       *[other] có phải ý quý vị là “{ $nearest }” không?
    }
theme-cycle = chủ đề giao diện “{ $theme }” mở rộng chính nó
    .help = hãy xóa “extends:” khỏi một trong các chủ đề giao diện
template = { $reason }
    .help = { $page ->
        [none] hãy sửa khuôn mẫu
       *[other] lỗi xảy ra khi tạo { $page }
    }
unknown-template = chủ đề giao diện không có khuôn mẫu “{ $template }”
    .help = { $nearest ->
        [none] hãy xóa khóa này, trang sẽ dùng khuôn mẫu dành cho loại của nó
       *[other] có phải ý quý vị là “{ $nearest }” không?
    }
unknown-asset = chủ đề giao diện không có tệp “{ $asset }”
    .help = { $nearest ->
        [none] hãy đặt tệp vào thư mục assets/ của chủ đề giao diện
       *[other] có phải là “{ $nearest }” không?
    }
style = tệp CSS này có lỗi: { $reason }
    .help = hãy xem tại vị trí này có thiếu dấu ngoặc, dấu chấm phẩy hay dấu ngoặc kép không (thông báo của trình đọc CSS bằng tiếng Anh)
import-cycle = “{ $sheet }” tự nhập chính nó
    .help = hãy bỏ một trong các lệnh @import tạo thành vòng
foreign-request = “{ $url }” sẽ được tải từ máy chủ của bên khác
    .help = hãy đặt tệp vào thư mục assets/ của chủ đề giao diện và gọi từ đó: trang không được gửi yêu cầu tới máy chủ khác (bảo vệ dữ liệu cá nhân)
unknown-font = không có phông “{ $name }” trong số các phông dùng cho thẻ
    .help = { $nearest ->
        [none] hãy đặt phông (TTF hoặc OTF) vào thư mục cards/ của chủ đề giao diện, hoặc gọi tên một phông đã có ở đó
       *[other] có phải ý quý vị là “{ $nearest }” không? Nếu không, hãy đặt phông (TTF hoặc OTF) vào thư mục cards/ của chủ đề giao diện
    }
missing-glyph = phông “{ $font }” thiếu ký tự “{ $char }” (U+{ $code }) cần hiện trên thẻ của { $page }
    .help = hãy viết từ này bằng ký tự khác, hoặc thêm vào thư mục cards/ của chủ đề giao diện một phông có ký tự đó; “cards: false” trong site.yaml tắt các thẻ
needs-implicit = thành phần này gọi một hàm cần “{ $name }”
    .help = hãy thêm { $name } vào danh sách tham số của thành phần
unknown-shortcode = không có shortcode “{ $name }”
    .help = { $nearest ->
        [none] chủ đề giao diện có: { $known }
       *[other] có phải ý quý vị là “{ $nearest }” không? Giao diện có: { $known }
    }
unknown-parameter = shortcode “{ $shortcode }” không có tham số “{ $name }”
    .help = { $nearest ->
        [none] hãy xóa tham số này
       *[other] có phải ý quý vị là “{ $nearest }” không?
    }
missing-parameter = shortcode “{ $shortcode }” cần có tham số “{ $name }”
    .help = hãy thêm { $name }="…"
wrong-parameter = tham số “{ $name }” phải là { $expected ->
    [text] một văn bản đặt trong dấu ngoặc kép thẳng
    [number] một số nguyên không có dấu ngoặc kép
   *[other] true hoặc false không có dấu ngoặc kép
 }
    .help = {""}
shortcode-syntax = không thể đọc shortcode này{ $reason ->
    [close] : thiếu phần kết thúc
    [name] : thiếu tên của một tham số
    [equals] : thiếu dấu “=” sau tên tham số
    [comma] : thiếu dấu phẩy giữa hai tham số
    [quote] : có một dấu ngoặc kép chưa được đóng
    [value] : thiếu một giá trị, hoặc giá trị thiếu dấu ngoặc kép
    [alone] : shortcode này tạo thành một khối và không thể nằm trong một đoạn văn
   *[other] {""}
 }
    .help = { $reason ->
        [alone] hãy đặt shortcode trên một dòng riêng, với một dòng trống ở trước và ở sau
       *[other] cách viết đúng là {"{{"} name(key="value", other="value") {"}}"}
    }
open-shortcode = khối này chưa được đóng
    .help = hãy kết thúc khối bằng một dòng {"{%"} end {"%}"}
stray-end = không có khối nào đang mở để kết thúc ở đây
    .help = hãy xóa phần kết thúc này, hoặc thêm phần mở đầu
shortcode-body = shortcode “{ $name }” { $body ->
    [true] bao quanh một văn bản
   *[other] không bao quanh văn bản
 }
    .help = { $body ->
        [true] hãy viết {"{%"} { $name }(…) {"%}"}, tiếp theo là văn bản, rồi {"{%"} end {"%}"}
       *[other] hãy viết {"{{"} { $name }(…) {"}}"}
    }
raw-html = không được dùng HTML trong các trang
    .help = hãy dùng Markdown hoặc shortcode; nếu thật sự muốn dùng HTML, hãy đặt markdown: { "{" } raw_html: true { "}" } trong site.yaml
over-limit = { $reason ->
        [shortcode] có hơn { $most } shortcode lồng vào nhau
        [bracket] có hơn { $most } dấu ngoặc lồng vào nhau
        [attribute] “{ $message }” có hơn { $most } thuộc tính
        [page] một trang đã lớn hơn { $most } MB
       *[reference] “{ $message }” dẫn tiếp qua hơn { $most } thông điệp nối nhau
    }
    .help = { $reason ->
        [shortcode] có thể thiếu một {"{% end %}"} ở phía trên; nếu không, hãy đặt các khối cạnh nhau
        [bracket] có thể một dấu ngoặc chưa đóng; nếu không, hãy tách văn bản thành nhiều thông điệp
        [attribute] hãy tách một số thuộc tính thành thông điệp riêng
        [page] hãy tìm trong khuôn mẫu một vòng lặp không kết thúc
       *[reference] hãy viết hẳn văn bản ra trong một trong các thông điệp này
    }
duplicate-id = mã định danh (id) “{ $id }” xuất hiện hai lần trong trang này
    .help = hãy đặt một id khác cho một trong các đề mục
missing-alt = hình ảnh này không có văn bản thay thế
    .help = hãy mô tả vài lời về nội dung hình: những độc giả không nhìn thấy hình cần đến văn bản này
heading-level = đề mục cấp { $level } nằm ở chỗ lẽ ra phải là cấp { $expected }
    .help = trang bắt đầu bằng ## và mỗi lần chỉ xuống một cấp; tiêu đề của trang là đề mục đầu tiên
fluent-syntax = đây không phải là Fluent hợp lệ: { $reason ->
    [equals] thiếu dấu “=” sau tên
    [brace] thiếu dấu ngoặc nhọn đóng {"}"}
    [bracket] thiếu dấu ngoặc vuông đóng ]
    [quote] một dấu ngoặc kép chưa được đóng
    [newline] sau “->” phải xuống dòng
    [name] ở đây cần có một tên
    [value] thiếu văn bản
    [attribute] thuộc tính này thiếu dấu “=” hoặc thiếu văn bản
    [comment] sau “#” phải có dấu cách rồi mới đến chú thích
    [default] một trong các dạng phải có dấu sao: *[other]
    [defaults] chỉ một dạng được có dấu sao
    [selector] có thể chọn dạng theo biến, nhưng không theo thông điệp hay thuật ngữ
    [term] thuộc tính của thuật ngữ chỉ dùng để chọn dạng, không hiển thị được
    [escape] không có chuỗi nào như vậy sau dấu gạch chéo ngược
    [closing] dấu ngoặc nhọn đóng {"}"} không có dấu mở
    [function] chỉ tên viết hoa toàn bộ mới là hàm: NUMBER
    [arguments] các đối số như vậy là không hợp lệ: giá trị đứng trước tên, mỗi tên một lần, và giá trị có tên phải là văn bản hoặc số
    [expression] giữa hai dấu ngoặc nhọn có chỗ thiếu hoặc sai
   *[other] có chỗ sai ở đây
 }
    .help = { $reason ->
        [equals] mỗi thông điệp có dạng “name = văn bản”; các dòng tiếp theo của văn bản được viết thụt vào bằng dấu cách
        [name] tên bắt đầu bằng một chữ cái không dấu: menu-news
        [value] hãy viết văn bản sau dấu “=”, hoặc thụt vào ở dòng tiếp theo
        [default] hãy đặt dấu sao trước dạng dùng cho mọi trường hợp còn lại
        [escape] trong dấu ngoặc kép giữa hai dấu ngoặc nhọn, hãy viết \" cho dấu ngoặc kép và \\ cho dấu gạch chéo ngược
        [brace] biến nằm trong một cặp dấu ngoặc nhọn: {"{ $name }"}
        [expression] biến nằm trong một cặp dấu ngoặc nhọn: {"{ $name }"}
        [bracket] mỗi dạng bắt đầu bằng tên trong dấu ngoặc vuông: [one]
        [quote] văn bản trong dấu ngoặc nhọn có dấu ngoặc kép ở cả hai phía: {"{ \"văn bản\" }"}
        [newline] mỗi dạng nằm trên một dòng riêng
        [defaults] hãy giữ dấu sao trước dạng dùng cho mọi trường hợp còn lại
        [selector] hãy viết một biến trước “->”: {"{ $count ->"}
        [closing] để hiển thị một dấu ngoặc nhọn, hãy viết {"{ \"}\" }"}
        [attribute] thuộc tính là một dòng thụt vào “.name = văn bản”
        [comment] hãy viết “# ” rồi đến chú thích
       *[other] hãy đối chiếu dòng này với cùng thông điệp ở ngôn ngữ nguồn
    }
duplicate-message = thông điệp “{ $message }” được định nghĩa hai lần
    .help = hãy giữ lại một trong hai; lần đầu ở { $first }
missing-message = thiếu thông điệp “{ $message }” trong ngôn ngữ “{ $lang }”
    .help = { $nearest ->
        [none] thêm thông điệp vào locales/{ $lang }/ hoặc sửa lại tên ở đây
       *[other] có phải là “{ $nearest }” không? Nếu không, thêm vào locales/{ $lang }/
    }
broken-message = không thể tạo nội dung của thông điệp “{ $message }” trong ngôn ngữ “{ $lang }”: { $reason }
    .help = hãy kiểm tra các tên trong dấu ngoặc nhọn
message-untranslated = thông điệp “{ $message }” còn thiếu ở: { $languages }
    .help = “bruecke locales sync” thêm một bản nháp; nếu không ai cần thông điệp này nữa, hãy xóa nó ở mọi ngôn ngữ
unused-message = thông điệp “{ $message }” không được dùng ở đâu cả
    .help = hãy xóa nó ở mọi ngôn ngữ, hoặc sửa lại tên nếu có trang cần hiển thị nó
same-as-source = có thể chưa được dịch: văn bản “{ $text }” giống hệt ngôn ngữ nguồn
    .help = hãy dịch văn bản; nếu như vậy là đúng, hãy đặt dòng “# = giống” ngay phía trên
attributes-differ = “{ $message }” có cấu trúc khác với ngôn ngữ nguồn{ $missing ->
    [none] {""}
   *[other] ; còn thiếu: { $missing }
 }{ $extra ->
    [none] {""}
   *[other] ; không có trong nguồn: { $extra }
 }{ $text ->
    [true] {""}
   *[other] ; một trong hai không có văn bản sau dấu “=”
 }
    .help = hãy cho thông điệp các thuộc tính giống như ở ngôn ngữ nguồn. Nếu như vậy là đúng, hãy đặt dòng “# = đã kiểm tra” ngay phía trên
variables-differ = “{ $message }” không có cùng các biến như ngôn ngữ nguồn{ $missing ->
    [none] {""}
   *[other] ; còn thiếu: { $missing }
 }{ $extra ->
    [none] {""}
   *[other] ; không có trong nguồn: { $extra }
 }
    .help = hãy giữ nguyên phần trong dấu ngoặc nhọn; vị trí của nó trong câu thì tùy ý. Nếu như vậy là đúng, hãy đặt dòng “# = đã kiểm tra” ngay phía trên
html-differs = “{ $message }” không có cùng HTML như ngôn ngữ nguồn: { $source ->
    [none] nguồn không có
   *[other] nguồn có { $source }
 }, ở đây { $translation ->
    [none] không có
   *[other] có { $translation }
 }
    .help = hãy giữ các thẻ trong cặp dấu < > và dịch phần ở giữa. Nếu như vậy là đúng, hãy đặt dòng “# = đã kiểm tra” ngay phía trên
unknown-variable = “{ $message }” cần ${ $variable }, nhưng không ở đâu cung cấp biến đó
    .help = { $nearest ->
        [none] { $known ->
            [none] thông điệp này không nhận biến nào: hãy viết văn bản không có biến
           *[other] hiện có: { $known }
        }
       *[other] có phải là ${ $nearest } không? Hiện có: { $known }
    }
unknown-reference = “{ $message }” tham chiếu đến { $kind ->
    [function] một hàm không tồn tại
    [attribute] một thuộc tính không tồn tại
    [term] một thuật ngữ không tồn tại
   *[message] một thông điệp không tồn tại
 }: { $reference }
    .help = { $nearest ->
        [none] { $kind ->
            [function] hàm duy nhất là NUMBER
           *[other] hãy thêm vào locales/{ $lang }/ hoặc sửa lại tên
        }
       *[other] có phải là { $nearest } không?
    }
idle-reference = “{ $message }” (không trang nào dùng) tham chiếu đến { $kind ->
    [function] một hàm không tồn tại
    [attribute] một thuộc tính không tồn tại
    [term] một thuật ngữ không tồn tại
   *[message] một thông điệp không tồn tại
 }: { $reference }
    .help = { $nearest ->
        [none] { $kind ->
            [function] hàm duy nhất là NUMBER
           *[other] hãy thêm vào locales/{ $lang }/, sửa lại tên hoặc xóa thông điệp
        }
       *[other] có phải là { $nearest } không?
    }
reference-cycle = “{ $message }” tham chiếu vòng đến chính nó: { $path }
    .help = hãy viết hẳn văn bản ra trong một trong các thông điệp này
plural-impossible = ngôn ngữ “{ $lang }” không có dạng số “{ $category }”: văn bản này không bao giờ hiển thị
    .help = hãy xóa dạng này; “{ $lang }” có: { $known }
plural-missing = “{ $message }” thiếu dạng số mà “{ $lang }” có: { $missing }
    .help = hãy thêm [{ $missing }], mỗi dạng một dòng kèm văn bản. Nếu như vậy là đúng, hãy đặt dòng “# = đã kiểm tra” ngay phía trên
date-pattern = mẫu “{ $message }” không hiển thị { $missing }
    .help = như vậy người đọc không biết là ngày nào: hãy thêm vào mẫu trong locales/{ $lang }/
no-message-slug = không thể tạo địa chỉ từ thông điệp “{ $message }”
    .help = thông điệp cần có chữ cái hoặc chữ số: hãy sửa trong locales/{ $lang }/
glossary = “{ $form }” không phải là tên đã thống nhất
    .help = hãy viết “{ $agreed }”; các tên đã thống nhất và ngoại lệ nằm trong tệp -terms.ftl của ngôn ngữ
stray-locale = { $file } thuộc về một ngôn ngữ mà trang web không có
    .help = site.yaml liệt kê: { $languages }
broken-link = không có trang “{ $dest }”
    .help = { $nearest ->
        [none] liên kết đến một trang được viết bằng tên tệp không kèm mã ngôn ngữ: /news/name.md
       *[other] có phải ý quý vị là { $nearest } không?
    }
missing-file = không có tệp “{ $dest }”
    .help = { $nearest ->
        [none] hãy đặt tệp bên cạnh trang, hoặc viết đường dẫn của tệp tính từ content/ với dấu gạch chéo ở đầu
       *[other] có phải ý quý vị là /{ $nearest } không?
    }
broken-anchor = { $file } không có vị trí “#{ $anchor }”
    .help = { $nearest ->
        [none] tệp này có: { $known }
       *[other] có phải ý quý vị là #{ $nearest } không?
    }
link-to-unpublished = “{ $dest }” hiện không công khai (bản nháp, chưa đến thời điểm được đăng hoặc đã hết hạn)
    .help = hãy bỏ liên kết cho đến khi trang được công khai, hoặc đăng cả hai trang cùng lúc
link-untranslated = “{ $dest }” không có bản “{ $lang }”; liên kết dẫn đến bản “{ $other }”
    .help = hãy dịch trang này, hoặc để nguyên như vậy
link-escapes = “{ $dest }” dẫn ra ngoài thư mục của trang web
    .help = các trang và tệp phải nằm trong content/
bad-scheme = địa chỉ “{ $dest }” không được phép dùng ở đây
    .help = liên kết có thể dùng https, http, mailto hoặc tel; hình ảnh và tệp phải là một phần của trang web, vì các trang của trang web không tải bất cứ thứ gì từ máy chủ khác
in-the-way = thư mục xuất { $folder } có { $count } mục không do bruecke tạo ra ở chỗ trang web cần đặt tệp của mình: { $names }
    .help = hãy chuyển đi nơi khác; “build” không ghi đè và không xóa những gì không do bruecke tạo ra
unmanaged = thư mục xuất { $folder } có { $count } tệp không thuộc trang web: { $names }
    .help = tải thư mục này lên là công khai luôn cả những tệp đó; hãy xóa nếu không muốn công khai
html-left-out = đã bỏ { $what }: HTML ở đây không được chạy mã lệnh, tải tài nguyên hay đổi định dạng
    .help = hãy dùng Markdown hoặc shortcode; nếu mọi người viết trang đều được phép làm vậy, hãy đặt markdown: { "{" } raw_html: trusted { "}" } trong site.yaml
active-file = { $file } là tệp mà trình duyệt hoặc máy chủ sẽ chạy ({ $kind }): người đưa tệp này vào có thể thay đổi trang web
    .help = hãy liên kết đến tệp PDF hoặc một trang; nếu thật sự cần tệp này, hãy đặt allowed_files: [{ $kind }] trong site.yaml
control-character = ở đây có ký tự { $character }, không phải là văn bản
    .help = hãy xóa ký tự này; nó thường lẫn vào khi sao chép từ chương trình khác. Nhiều trình soạn thảo có thể hiện ký tự ẩn
same-name = trên nhiều ổ đĩa, { $file } và { $other } là cùng một tệp: tên chỉ khác nhau ở chữ hoa, chữ thường hoặc dạng mã của ký tự
    .help = hãy đổi tên một trong hai
unclean-film = { $file } được đăng cùng mọi thông tin mà điện thoại đã ghi vào, kể cả nơi quay
    .help = hãy xóa thông tin vị trí trước khi đăng, chẳng hạn bằng phần mềm dựng phim: bruecke không sửa phim
same-address = địa chỉ { $path } { $how ->
    [spelling] chỉ khác { $other-path } (của { $other }) ở chữ hoa, chữ thường hoặc dạng mã của ký tự
    [folder] cần một thư mục ở chỗ { $other } đã có tệp { $other-path }
    [file] là một tệp ở chỗ { $other } cần một thư mục cho { $other-path }
   *[same] đã được { $other } sử dụng
}
    .help = hãy đặt địa chỉ khác cho một trong hai: đổi “slug:” của trang, tên của tệp hoặc “.slug” của chủ đề
draft-address = khi bản nháp được đăng: { same-address }
    .help = { same-address.help }
long-name = phần “{ $name }” của địa chỉ ({ $owner }) dài { $bytes } byte; tên tệp chỉ được dài tối đa 255 byte
    .help = hãy đặt “slug:” ngắn hơn hoặc đổi tên tệp
windows-name = Windows không tạo được tệp hay thư mục tên “{ $name }” ({ $owner })
    .help = hãy đặt “slug:” khác nếu có lúc trang web sẽ nằm trên máy Windows hoặc USB
bad-alias = { $reason ->
    [scheme] “{ $value }” bắt đầu bằng tên giao thức; địa chỉ cũ phải là đường dẫn trong trang web này
    [host] “{ $value }” dẫn đến máy chủ khác; địa chỉ cũ phải là đường dẫn trong trang web này
    [query] “{ $value }” có dấu hỏi; máy chủ không coi phần sau dấu hỏi là đường dẫn
    [fragment] “{ $value }” có dấu “#”; máy chủ không nhận được phần sau dấu này
   *[part] “{ $value }” không phải là đường dẫn trong trang web này: mỗi phần giữa các dấu gạch chéo phải là một tên, không được là “..” và không có ký tự điều khiển
}
    .help = { $reason ->
    [query] hãy bỏ dấu hỏi và phần sau nó: mọi yêu cầu đến đường dẫn đều được chuyển tiếp, kèm nguyên phần đó
    [fragment] hãy bỏ “#” và phần sau nó: trang chuyển tiếp giữ nguyên phần đó
   *[part] hãy viết đường dẫn tính từ gốc của trang web: /dia-chi/cu/
}
moved-page = trang nay có địa chỉ { $new }, còn địa chỉ cũ { $old } không dẫn đến đâu nữa
    .help = { $has ->
    [none] hãy thêm dòng này:
   *[some] hãy thay dòng “aliases:” bằng dòng này:
 } { $line }
bad-slug = “{ $value }” không thể là một phần của địa chỉ
    .help = hãy dùng chữ cái thường, chữ số và dấu gạch nối: doan-tham-viet-nam
no-slug = không thể tạo địa chỉ từ tiêu đề “{ $title }”
    .help = hãy thêm một dòng “slug: …”
no-source = trang này được ghi là dịch từ “{ $from }”, nhưng không có tệp bằng ngôn ngữ đó
    .help = hãy sửa “from:”, hoặc xóa “translation:” nếu đây là bản gốc
translation-cycle = các bản dịch của trang này được ghi là dịch từ nhau theo vòng khép kín
    .help = hãy xóa “translation:” khỏi tệp được viết đầu tiên
missing-translation = trang này còn thiếu ở các ngôn ngữ: { $languages }
    .help = ở đó người đọc sẽ thấy nội dung theo giá trị của “missing”: bản bằng ngôn ngữ gốc (fallback) hoặc không có gì (omit)
translation-required = trang này còn thiếu ở ngôn ngữ { $lang } và không được phép thiếu
    .help = hãy thêm bản dịch, hoặc đổi “missing” trong site.yaml hay trong mục
not-a-section = “{ $key }” chỉ dành cho mục
    .help = hãy đặt khóa này vào tệp _index của mục
no-home = ngôn ngữ “{ $lang }” không có trang chủ
    .help = hãy thêm content/_index.{ $lang }.md
event-order = sự kiện kết thúc trước khi bắt đầu
    .help = hãy kiểm tra “start:” và “end:”
missing-credit = { $form ->
        [markdown] hình ảnh này không ghi nguồn
       *[front] hình ảnh của trang không ghi nguồn
    }
    .help = { $form ->
        [markdown] hãy ghi tên tác giả hình ảnh trong ngoặc kép sau tên tệp: ![mô tả](hinh.jpg "Tên")
       *[front] hãy thêm “credit:” dưới “image:”: hình ảnh này của ai?
    }
publisher-unset = { $count } mục thông tin về cơ quan chủ quản chưa được điền: { $fields }
    .help = hãy điền các mục này dưới “publisher:” trong site.yaml trước khi công khai trang web; cho đến lúc đó, các trang sẽ ghi rõ là còn thiếu thông tin này
publisher-none = “{ $field }” không thể là “none”: đây là thông tin bắt buộc
    .help = hãy điền mục này; “none” chỉ dành cho những mục không bắt buộc, chẳng hạn “vat_id”
review-overdue = tuyên bố về khả năng tiếp cận được rà soát lần cuối ngày { $day }, đã hơn một năm
    .help = hãy rà soát tuyên bố, rồi ghi ngày rà soát vào đây
exchange-format = tệp này không phải là tệp dịch hợp lệ{ $detail ->
    [none] {""}
   *[other] : { $detail }
 }
    .help = { $reason ->
    [version] đây là XLIFF đời cũ; xin đề nghị bên dịch gửi XLIFF 2.0, đúng định dạng của tệp họ đã nhận
    [xliff] đây là XML nhưng không phải XLIFF; xin đề nghị bên dịch gửi lại đúng tệp họ đã nhận, kèm bản dịch
    [languages] thiếu ngôn ngữ nguồn và ngôn ngữ đích; xin đề nghị bên dịch giữ nguyên phần đầu tệp
    [pages] phần đầu tệp không nêu trang này; xin đề nghị bên dịch giữ nguyên phần đầu tệp
    [po] mỗi dòng phải là chú thích hoặc bắt đầu bằng msgctxt, msgid, msgstr hay dấu ngoặc kép
   *[other] tệp bị hỏng ở chỗ này; xin đề nghị bên dịch gửi lại
 }
exchange-page = { $reason ->
    [original] “{ $page }” vốn được viết bằng ngôn ngữ này ({ $lang }), nên không thể thay bằng bản dịch
   *[missing] trang web không có trang “{ $page }” bằng ngôn ngữ nguồn
 }
    .help = { $reason ->
    [original] hãy xuất trang này sang một ngôn ngữ khác
   *[missing] nếu trang đã đổi tên hoặc bị xóa, hãy xuất lại với tên mới
 }
exchange-structure = các đoạn, tiêu đề hoặc danh sách của { $page } đã khác so với lúc xuất
    .help = hãy xuất lại trang này; phần mềm của bên dịch vẫn nhớ những câu đã dịch
exchange-source-changed = { $page } đã thay đổi kể từ lúc xuất: { $changed ->
    [0] chỉ những phần không cần dịch
   *[other] { $changed } đoạn
 }
    .help = bản dịch vẫn được ghi và được coi là lỗi thời; hãy xuất lại khi trang đã hoàn chỉnh
exchange-untranslated = { $page }: { $count } trên { $total } đoạn chưa dịch, nên trang không được ghi
    .help = đoạn để trống, hoặc còn ở trạng thái initial hay fuzzy, được coi là chưa dịch; xin đề nghị bên dịch bổ sung, hoặc dùng --partial để vẫn ghi trang
exchange-markup = { $page }: định dạng trong đoạn { $unit } nằm ở chỗ mà Markdown không ghi được
    .help = ký hiệu giữ chỗ cho phần nhấn mạnh và liên kết phải bao quanh các từ và đứng cạnh dấu cách hoặc một từ trọn vẹn
placeholder-lost = { $page }: bản dịch của đoạn { $unit } thiếu ký hiệu giữ chỗ cho { $value }
    .help = hãy đặt lại ký hiệu vào đúng chỗ trong câu; phần mềm của bên dịch có thể chép nó từ bản gốc
placeholder-twice = { $page }: bản dịch của đoạn { $unit } có nhiều ký hiệu giữ chỗ cho { $value }
    .help = hãy giữ lại một ký hiệu
placeholder-unknown = { $page }: bản dịch của đoạn { $unit } có ký hiệu giữ chỗ “{ $value }” mà bản gốc không có
    .help = hãy bỏ ký hiệu đó; nếu muốn nhấn mạnh những từ không được nhấn mạnh trong bản gốc, hãy làm sau trong trang
placeholder-order = { $page }: trong bản dịch của đoạn { $unit }, các ký hiệu giữ chỗ đóng không đúng thứ tự
    .help = phần mở sau cùng phải đóng trước, và không phần nào đóng trước khi mở
bad-file-name = không thể đăng tệp có tên “{ $file }”
    .help = hãy đổi tên tệp: chữ cái, chữ số, dấu gạch nối

bad-picture = không thể hiển thị { $file } như một hình ảnh{ $reason ->
        [format] , vì trình duyệt không đọc được loại tệp này
        [animated] , vì hình chuyển động mà người đọc không dừng lại được
        [large] , vì hình có hơn 50 megapixel
       *[damaged] , vì tệp bị hỏng
    }
    .help = { $reason ->
        [format] hãy lưu thành JPEG (ảnh chụp), PNG hoặc SVG (hình vẽ). Tệp loại khác có thể được cung cấp để tải xuống bằng một liên kết
        [animated] hãy dùng hình tĩnh; WCAG 2.2.2 yêu cầu người đọc phải dừng được mọi thứ chuyển động
        [large] hãy thu nhỏ xuống tối đa 6000 pixel; trang chỉ hiển thị nhiều nhất 1800
       *[damaged] hãy mở tệp bằng chương trình xử lý ảnh rồi lưu lại, hoặc lấy lại tệp gốc
    }
unknown-picture = picture() không tìm thấy hình ảnh nào tại “{ $src }”
    .help = hãy truyền nguyên địa chỉ của hình ảnh: page.image.src, hoặc tham số của shortcode mà chủ đề giao diện khai báo trong "files". Thành phần cần có @root
cleaned-picture = { $what } đã bị bỏ khỏi hình vẽ này
    .help = hình vẽ được đăng không chứa mã lệnh, hiệu ứng chuyển động, ảnh nhúng hay bất cứ thứ gì từ nơi khác. Nếu hình bị thiếu, hãy xuất lại dưới dạng “SVG thuần”; ảnh chụp nên lưu thành tệp riêng
unclean-picture = { $file } được đăng kèm mọi thông tin mà máy ảnh đã ghi vào
    .help = trong đó có thể có nơi chụp (GPS). bruecke không đọc được định dạng này: hãy lưu thành JPEG hoặc PNG, hoặc tự xóa các thông tin đó
unused-file = không trang nào dùng { $file } nên tệp này không được đăng
heavy-file = { $file } có dung lượng { $size } MB; trên { $limit } MB là quá nặng đối với nhiều người đọc
    .help = hãy xuất tệp nhỏ hơn (PDF với ảnh 150 dpi), hoặc tăng “max_file_size” trong site.yaml
