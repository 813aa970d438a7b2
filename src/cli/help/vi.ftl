### Trợ giúp của các lệnh. NAME cho biết lệnh làm gì, NAME.long là phần --help bổ sung; NAME--OPTION là một tùy chọn của lệnh,
### arg--OPTION là tùy chọn chung của nhiều lệnh. value-NAME là tên giá trị của một tùy chọn.

bruecke = Tạo trang web nhiều ngôn ngữ từ Markdown, Fluent và Tera
    .long = Một trang web là thư mục có site.yaml, content/, locales/ và themes/. Chạy “bruecke build” trong thư mục đó: trang web nằm trong public/, sẵn sàng cho mọi máy chủ tĩnh. “bruecke serve” hiển thị trang web trong khi quý vị viết.
build = Tạo trang web vào một thư mục
    .long = Sau đó thư mục chứa toàn bộ trang web với liên kết tương đối: trang web chạy được ở gốc tên miền, trong đường dẫn con hoặc từ kho đối tượng. Tệp không thay đổi giữ nguyên thời điểm sửa; khi trang web có lỗi, không có gì bị thay đổi.
build--output = Nơi ghi trang web; mặc định là “public” trong thư mục của trang web
build--verify = Đọc cả những tệp lẽ ra không thay đổi và thay những tệp không còn nguyên vẹn
build--no_wait = Không đợi khi một lần chạy khác đang tạo trang web này hoặc ghi vào cùng thư mục, mà kết thúc với mã 1
check = Kiểm tra toàn bộ trang web và báo mọi lỗi, không ghi gì
check--output = Thư mục dành cho trang web: những gì trong đó không do bruecke tạo ra sẽ được nêu tên; mặc định là “public” trong thư mục của trang web
init = Tạo một trang web nhỏ, đầy đủ để bắt đầu
    .long = Trang web mẫu này không gây cảnh báo nào; mỗi loại trang thường gặp có một trang bằng mọi ngôn ngữ, và các chú thích giải thích từng thiết lập. Hãy thay thông tin mẫu về cơ quan chủ quản. Công cụ tìm kiếm bị chặn cho đến khi quý vị xóa dòng “index: false” trong site.yaml. Các tệp đã có được giữ nguyên.
init--folder = Thư mục; được tạo nếu chưa có
init--languages = Các ngôn ngữ của trang web, ngôn ngữ gốc đứng đầu
locales = Kiểm tra văn bản giao diện, thêm bản nháp cho văn bản còn thiếu, tạo một ngôn ngữ
locales-check = Báo mọi lỗi trong tệp ngôn ngữ, và những tên trên trang không đúng với tên đã thống nhất
locales-sync = Thêm các thông điệp mà bản dịch còn thiếu, dưới dạng chú thích kèm văn bản của ngôn ngữ gốc
    .long = Những gì có trong tệp được giữ nguyên từng byte. Bản nháp được đặt sau thông điệp đứng trước nó trong ngôn ngữ gốc. Hãy dịch văn bản và bỏ dấu “#”.
locales-sync--languages = Các ngôn ngữ cần bổ sung; mặc định là tất cả
locales-new = Tạo một ngôn ngữ: locales/NGÔN_NGỮ/site.ftl với mọi thông điệp của trang web, và của chủ đề giao diện nếu còn thiếu
    .long = Tệp chứa văn bản của ngôn ngữ gốc, không phải chú thích, nên trang web có thể được tạo và xem ngay. Sau đó “locales check” nêu từng văn bản còn phải dịch. Ngôn ngữ đã có tệp được giữ nguyên.
locales-new--language = Ngôn ngữ, theo mã BCP 47 như fr hoặc pt-BR
new = Tạo một trang: một tin, một sự kiện
    .long = Các mẫu của chủ đề giao diện cho biết trang bắt đầu bằng gì và tệp nằm ở đâu; không có gì bị ghi đè. Trên terminal, bruecke hỏi những gì còn thiếu. Trang là bản nháp: trang công khai khi dòng “draft: true” được xóa.
new--kind = Loại trang: một mẫu của chủ đề giao diện, như “release”, “event” hoặc “page”
new--title = Tiêu đề của trang
new--language = Ngôn ngữ của trang; mặc định là ngôn ngữ đầu tiên của trang web
new--date = Ngày của trang, như 2026-11-24; mặc định là hôm nay
new--translations = Tạo cả tệp cho bản dịch, như “vi,en”
new--edit = Mở trang bằng trình soạn thảo mà VISUAL hoặc EDITOR nêu tên
schedule = Liệt kê các thay đổi đã lên lịch: khi nào một trang công khai và khi nào hết hạn
    .long = Trang web tĩnh không tự thay đổi: hãy tạo lại trang web vào từng thời điểm này.
schedule--at = Liệt kê những gì diễn ra sau thời điểm này; mặc định là SOURCE_DATE_EPOCH nếu có, nếu không thì là lúc này
serve = Hiển thị trang web trong trình duyệt và theo dõi thay đổi
    .long = Tạo trang web trong bộ nhớ, mặc định chỉ trả lời trên máy này, theo dõi thư mục của trang web và tải lại trang đang mở sau mỗi thay đổi. Lỗi hiện ngay trên trang; phía sau là phiên bản không lỗi gần nhất. Bản nháp và trang chưa đến thời điểm được đăng được gắn nhãn. /__bruecke/ cho thấy tình trạng trang web: các trang theo ngôn ngữ, lỗi và cảnh báo, các thay đổi đã lên lịch.
serve--port = Cổng; 0 lấy một cổng còn trống
serve--lan = Cho các máy khác trong mạng cùng xem, chẳng hạn điện thoại: ai ở trong mạng cũng xem được trang web, kể cả bản nháp nếu đang hiển thị
serve--open = Mở trình duyệt
serve--public = Hiển thị trang web như “build” tạo ra: không có bản nháp, trừ khi có --drafts, và không có trang chưa đến thời điểm được đăng
translations = Cho biết từng bản dịch đến đâu, cập nhật bản dịch, trao đổi văn bản với văn phòng dịch thuật
    .long = Nếu không có lệnh tiếp theo, lệnh này in một bảng: mỗi trang một hàng, mỗi ngôn ngữ một cột. Một trang là “bản gốc” ở ngôn ngữ được viết đầu tiên, “khớp bản nguồn” khi bản dịch ghi đúng phiên bản hiện nay của bản nguồn, “lỗi thời” khi bản nguồn đã thay đổi sau đó, “chưa ghi phiên bản” nếu không ghi phiên bản nào, hoặc “còn thiếu”.
translations--table = In bảng cho một chương trình khác
translations--fail_on = Kết thúc với mã thoát 1 nếu một trang ở một trong các tình trạng này: dành cho kiểm tra định kỳ
translations-diff = Cho thấy từng từ đã thay đổi trong bản nguồn kể từ khi dịch; cần lịch sử git
translations-mark = Ghi nhận rằng bản dịch khớp với bản nguồn hiện nay: sau khi rà soát
    .long = Với --typo, sau một thay đổi của bản nguồn không cần dịch lại: mọi bản dịch lỗi thời của trang được ghi nhận, ở mọi ngôn ngữ trừ khi --language nêu một số ngôn ngữ.
translations-mark--pages = Các trang: tệp của trang, hoặc đường dẫn như trong liên kết
translations-mark--all = Mọi trang mà --language và --state chọn; phải có cả hai
translations-mark--typo = Thay đổi của bản nguồn không cần dịch lại
translations-new = Tạo tệp bản dịch, kèm văn bản của bản nguồn
translations-report = Ghi bảng thành một trang web độc lập
translations-report--output = Nơi ghi trang
translations-export = Ghi các trang thành XLIFF hoặc PO cho văn phòng dịch thuật
    .long = Mỗi ngôn ngữ gốc một tệp, như de-vi.xlf, mỗi văn bản một đơn vị; những gì không phải văn bản được bảo vệ.
translations-export--language = Ngôn ngữ cần dịch sang
translations-export--state = Chỉ các trang ở những tình trạng này: missing, outdated, unmarked, current
translations-export--file_format = Định dạng của tệp
translations-export--output = Nơi ghi các tệp
translations-export--pages = Chỉ những trang này, như news/2026-12-02-open-day; mặc định là tất cả
translations-import = Ghi bản dịch của văn phòng dịch thuật trở lại các trang
    .long = Các trang giữ cấu trúc của bản nguồn, nhận lời dịch của văn phòng và ghi phiên bản của bản nguồn đã được dịch. Trang có lỗi không được ghi; các trang khác vẫn được ghi.
translations-import--file = Tệp: XLIFF 2 hoặc PO, do “export” tạo ra
translations-import--partial = Ghi cả những trang có văn bản chưa dịch; các văn bản đó giữ ngôn ngữ của bản nguồn
explain = Cho biết mỗi giá trị ở phần thông tin đầu trang lấy từ đâu
completions = In một tập lệnh giúp shell hoàn thành các lệnh và tùy chọn của bruecke
    .long = Với bash: bruecke completions bash > ~/.local/share/bash-completion/completions/bruecke. Mỗi shell có thư mục riêng cho những tập lệnh như vậy.
completions--shell = Shell
man = Ghi các trang hướng dẫn (man): một trang cho bruecke và một trang cho mỗi lệnh
man--folder = Thư mục cho các trang, như ~/.local/share/man/man1; nếu không có, trang đầu tiên được in ra
schema = Ghi JSON Schema của site.yaml và của phần thông tin đầu trang, giúp trình soạn thảo hoàn thành và kiểm tra
schema--folder = Thư mục cho site.schema.json và front-matter.schema.json

## Tùy chọn chung của nhiều lệnh

arg--path = Thư mục của trang web
arg--base_url = Dùng địa chỉ công khai này thay cho địa chỉ trong site.yaml
arg--drafts = Kể cả bản nháp
arg--at = Tạo trang web cho thời điểm này (như 2026-11-24T12:00+01:00): các trang khi đó chưa đến thời điểm được đăng thì chưa xuất hiện. Mặc định là SOURCE_DATE_EPOCH nếu có, nếu không thì là lúc này
arg--lang = Ngôn ngữ của thông báo: de, vi hoặc en; mặc định là ngôn ngữ của môi trường
arg--format = Cách in thông báo: cho người đọc, kèm trích đoạn dưới mỗi thông báo, hoặc thành một đối tượng JSON
arg--language = Ngôn ngữ của bản dịch; với bảng: chỉ các ngôn ngữ này, như “vi,en”
arg--state = Chỉ các tình trạng này, như “outdated,missing”
arg--page = Trang: tệp của trang, hoặc đường dẫn như trong liên kết, như “/press.md”
arg--help = In trợ giúp; --help nói nhiều hơn -h
arg--version = In phiên bản

## Giá trị

value-DIR = THƯ_MỤC
value-FILE = TỆP
value-LANG = NGÔN_NGỮ
value-LANGUAGE = NGÔN_NGỮ
value-DAY = NGÀY
value-TIME = THỜI_ĐIỂM
value-URL = URL
value-PORT = CỔNG
value-STATE = TÌNH_TRẠNG
value-STATES = TÌNH_TRẠNG
value-FORMAT = ĐỊNH_DẠNG
value-PAGE = TRANG
value-PAGES = TRANG
value-KIND = LOẠI
value-TITLE = TIÊU_ĐỀ
value-SHELL = SHELL

## Các từ xung quanh

heading-usage = Cách dùng:
heading-commands = Lệnh
heading-arguments = Đối số
heading-options = Tùy chọn
usage-options = [TÙY_CHỌN]
usage-command = LỆNH
default = mặc định: { $values }
possible = có thể là: { $values }

## Dùng sai

usage-error = lỗi:
usage-tip = gợi ý:
usage-more = Xem thêm: “{ $command }”.
usage-unknown-argument = không có đối số “{ $arg }”
usage-unknown-command = không có lệnh “{ $arg }”
usage-invalid-value = “{ $value }” không phải là giá trị của { $arg }
usage-missing = còn thiếu: { $args }
usage-conflict = không thể dùng { $arg } cùng với { $other }
usage-once = chỉ được dùng { $arg } một lần
usage-no-command = còn thiếu một lệnh
usage-wrong = các đối số không phù hợp với nhau
usage-did-you-mean = có phải ý quý vị là “{ $name }”?
usage-lang = --lang là ngôn ngữ của thông báo; --language nêu một ngôn ngữ của trang web
usage-format = --format là định dạng của thông báo; --table in bảng dạng CSV hoặc Markdown, --file-format ghi tệp XLIFF hoặc PO
usage-messages = thông báo có bằng de, vi và en
usage-day = hãy viết một ngày như 2026-11-24
usage-time = hãy viết một thời điểm kèm chênh lệch múi giờ, như 2026-11-24T12:00:00+01:00
usage-url = hãy viết một địa chỉ như https://example.org/path/
usage-tag = hãy viết mã BCP 47 như fr hoặc pt-BR
usage-state = các tình trạng là original, current, outdated, unmarked và missing

## Đề mục của các trang hướng dẫn

man-NAME = TÊN
man-SYNOPSIS = TÓM TẮT
man-DESCRIPTION = MÔ TẢ
man-SUBCOMMANDS = LỆNH
man-VERSION = PHIÊN BẢN
