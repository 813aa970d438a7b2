//! Texts of the interface: what is checked, what is not reported though it looks odd, and the commands for translators.

use bruecke::diagnostic::Code;

use crate::support::{self, Site, SiteTest, project};

/// A site in two languages whose pages show the message `a` with the variable `n`.
fn pair(source: &str, translation: &str) -> SiteTest {
    SiteTest::in_languages(&["en", "de"])
        .file("themes/plain/templates/page.html", "{{ t(key=\"a\", n=1) }}")
        .page("p.en.md", "title: A", "")
        .page("p.de.md", "title: A", "")
        .file("locales/en/a.ftl", source)
        .file("locales/de/a.ftl", translation)
}

/// The same in one language.
fn single(lang: &'static str, text: &str) -> Site {
    SiteTest::in_languages(&[lang])
        .file("themes/plain/templates/page.html", "{{ t(key=\"a\", n=1) }}")
        .page(&format!("p.{lang}.md"), "title: A", "")
        .file(&format!("locales/{lang}/a.ftl"), text)
        .build()
}

/// The codes about locale files.
fn codes(site: &Site) -> Vec<&'static str> {
    let about = site.diagnostics.iter().filter(|found| found.code.is_about_locales());
    about.map(|found| found.code.id()).collect()
}

/// The lines that messages with a code point at.
fn lines(site: &Site, code: Code) -> Vec<usize> {
    let found = site.diagnostics.iter().filter(|found| found.code == code).filter_map(|found| found.at.as_ref());
    found.map(|at| at.source.line_column(at.span.start).0).collect()
}

fn said(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn read(site: &SiteTest, path: &str) -> String {
    std::fs::read_to_string(site.path().join(path)).unwrap()
}

#[test]
fn the_project_s_own_site_is_clean() {
    let site = support::program().args(["locales", "check", "--root"]).arg(project()).output().unwrap();
    assert_eq!(site.status.code(), Some(0));
    assert!(said(&site).starts_with("de: "), "{}", said(&site));
}

#[test]
fn all_that_fluent_allows_is_taken() {
    let text = "### Resource\n\n## Group\n\n# Note\na = { $n }\n    .title = { \"\\u00E9\\U01F602 \\\" \\\\ {\" }\n    \
                .x = { NUMBER($n, minimumFractionDigits: 2) }\nb =\n    Many lines,\n      indented,\n\n    with { b2 }\n\
                b2 = { b3.title }\nb3 =\n    .title = Attribute only\n-t = { $case ->\n    [genitive] T's\n   *[other] T\n\
                }\n    .gender = neuter\nc = { -t(case: \"genitive\") } { -t.gender ->\n    [neuter] it\n   *[other] they\n \
                } { { $n } }\nd = { 3 } { -3.14 } { $n ->\n    [0] none\n    [one] one\n    [3.5] odd\n   *[other] { $n ->\n        \
                [one] x\n       *[other] y\n    }\n }\ne = { b3.title }\n";
    let site = single("en", text);
    let unused = site.codes().iter().filter(|code| **code == "unused-message").count();
    assert_eq!(unused + 1, site.codes().len(), "{:?}", site.codes());
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_no_line() {
    let site = single("en", "\u{FEFF}a = A { $n }\r\nb = B\r\n\r\nc = { $n\r\n");
    assert_eq!(lines(&site, Code::FluentSyntax), [4]);
    assert_eq!(lines(&site, Code::UnusedMessage), [2]);
}

#[test]
fn every_mistake_of_a_file_is_named_and_spares_the_rest() {
    let site = single("en", "a = A { $n }\nb\nc = { $n ->\n    [one] x\n }\n d = D\ne = }\nf = F\n");
    assert_eq!(lines(&site, Code::FluentSyntax), [2, 4, 7]);
    assert_eq!(lines(&site, Code::UnusedMessage), [8]);
}

#[test]
fn a_mistake_is_named_where_it_was_made_and_not_where_the_parser_noticed() {
    let found = |text: &str| lines(&single("en", text), Code::FluentSyntax);
    assert_eq!(found("a = A\nb = {\n\nc = C\n\nd = D\n"), [2]);
    assert_eq!(found("a = A\nb = { $n\n\n\nc = C\n"), [2]);
    assert_eq!(found("a = A\nüber = B\nđường = C\nc = C\n"), [2, 3]);
    assert_eq!(found("a =\n{\n$n ->\n*[one] A\n[other]\n  B\n}\n"), [0; 0]);
    assert_eq!(found("a = A\nb = { $n ->\n   *[x] X\nContinued\n }\n"), [3, 4]);
    assert_eq!(found("a = { \"\\u12ü\" }\n"), [1]);
    assert_eq!(found("a = { shout($n) }\nb = { NUMBER($n, x: $n) }\nc = { NUMBER(x: 1, $n) }"), [1, 2, 3]);
}

#[test]
fn a_message_with_a_mistake_is_not_missing_as_well() {
    let site = pair("a = A { $n }\n", "a = A { $n\n").build();
    assert_eq!(codes(&site), ["fluent-syntax"]);
}

#[test]
fn duplicates_are_found_across_files_of_a_layer_and_not_across_layers() {
    let site = pair("a = A { $n }\n", "a = B { $n }\n    .x = 1\n    .x = 2\n");
    let site =
        site.file("locales/en/b.ftl", "\na = Again\n").append("locales/en/site.ftl", "tags = Subjects\n").build();
    let places = site.diagnostics.iter().filter(|found| found.code == Code::DuplicateMessage);
    let places: Vec<String> = places.map(|found| found.at.as_ref().unwrap().source.path.clone()).collect();
    assert_eq!(places, ["locales/de/a.ftl", "locales/en/b.ftl"]);
    assert_eq!(lines(&site, Code::DuplicateMessage), [3, 2]);
}

#[test]
fn missing_is_an_error_only_where_a_page_needs_the_message() {
    let site = pair("a = A { $n }\nb = B\n", "c = C\n").build();
    assert_eq!(lines(&site, Code::MessageUntranslated), [1, 2], "c and b");
    assert_eq!(site.place(Code::MissingMessage).unwrap().0, "themes/plain/templates/page.html");
}

#[test]
fn a_message_is_used_in_more_ways_than_one() {
    let site = SiteTest::in_languages(&["en"])
        .file(
            "themes/plain/templates/page.html",
            "{{ t(count=1, key=\"a\") }}{{ t(key=\"kind-\" ~ \"x\") }}{{ t(key=\"b\" if page.date else \"c\") }}\
             {% set key = \"d\" %}{{ date(value=\"2024-01-01\", pattern=\"weekday\") }}{# t(key=\"no\") #}",
        )
        .append("site.yaml", "menus:\n  main:\n    - {page: /p.md, label: e}\n")
        .page("p.en.md", "title: A\ntags: [f]", "")
        .file(
            "locales/en/a.ftl",
            "a = { g }\nb = B\nc = C\nd = D\ne = E\ntag-f = F\ng = { -h }\n-h = H\nkind-x = X\nweekday = { $weekday }\n\
             no = No\n-no = No\n",
        )
        .build();
    assert_eq!(lines(&site, Code::UnusedMessage), [11, 12]);
    assert!(!site.codes().contains(&"unknown-variable"));
}

#[test]
fn where_a_name_comes_from_elsewhere_nothing_is_called_unused() {
    let site = SiteTest::in_languages(&["en"])
        .file("themes/plain/templates/page.html", "{% set key = page.extra.key %}{{ t(key=key) }}")
        .page("p.en.md", "title: A\nextra: {key: a}", "")
        .file("locales/en/a.ftl", "a = A\nb = B\n")
        .build();
    assert_eq!(site.codes(), ["publisher-unset"]);
}

#[test]
fn tags_of_pages_with_mistakes_are_not_called_unused() {
    let site = SiteTest::in_languages(&["en"])
        .page("p.en.md", "title: A\ntags: [f]\nx: 1", "")
        .file("locales/en/a.ftl", "tag-f = F\n")
        .build();
    assert_eq!(site.codes(), ["unknown-key", "publisher-unset"]);
}

#[test]
fn what_languages_rightly_do_differently_is_not_reported() {
    // An address of its own, a form that needs no number, another order, and no choice where there is no plural.
    let site = SiteTest::in_languages(&["de", "vi"])
        .file("themes/plain/templates/page.html", "{{ t(key=\"a\", n=1) }}{{ t(key=\"b\", x=1, y=2) }}")
        .file("locales/de/a.ftl", "a = { $n ->\n    [one] Eine Seite\n   *[other] Seiten\n }\nb = { $x } von { $y }\ntags = Themen\n    .slug = th\n")
        .file("locales/vi/a.ftl", "a = Trang\nb = { $y } : { $x }\ntags = Chủ đề\n")
        .build();
    assert_eq!(codes(&site), [""; 0]);
}

#[test]
fn variables_that_a_call_gives_may_be_used_where_the_source_does_not() {
    assert_eq!(codes(&pair("a = Page\n", "a = Seite { $n }\n").build()), [""; 0]);
    assert_eq!(codes(&pair("a = Page { $n }\n", "a = Seite\n").build()), ["variables-differ"]);
    assert_eq!(codes(&pair("a = Page\n", "a = Seite { $m }\n").build()), ["unknown-variable"]);
}

#[test]
fn variables_are_handed_on_to_messages_that_are_referred_to() {
    assert_eq!(codes(&single("en", "a = A { b }\nb = B { $n }\n")), [""; 0]);
    let site = single("en", "a = A { b }\nb = B { $m }\n");
    assert_eq!(lines(&site, Code::UnknownVariable), [2]);
}

#[test]
fn an_underscore_of_a_template_is_a_hyphen_of_fluent() {
    let site = SiteTest::in_languages(&["en"])
        .file("themes/plain/templates/page.html", "{{ t(key=\"a\", month_number=1) }}")
        .file("locales/en/a.ftl", "a = { $month-number } { $month_number }\n");
    assert_eq!(codes(&site.build()), [""; 0]);
}

#[test]
fn html_is_compared_by_its_tags() {
    let site = pair("a = See <a href=\"/x\">this</a> { $n }\n", "a = { $n } <a href=\"/y\">Dies</a> ansehen, 3 < 4\n");
    assert_eq!(codes(&site.build()), [""; 0]);
    let site = pair("a = Lists of <name> { $n }\n", "a = Listen von <Name> { $n }\n");
    assert_eq!(codes(&site.build()), [""; 0]);
    let site = pair("a = See <a href=\"/x\">this</a> { $n }\n", "a = { $n } <a href=\"/y\">Dies ansehen\n");
    assert_eq!(codes(&site.build()), ["html-differs"]);
}

#[test]
fn leftovers_are_reported_unless_they_are_meant_or_no_words() {
    assert_eq!(codes(&pair("a = Page { $n }\n", "a = Page { $n }\n").build()), ["same-as-source"]);
    assert_eq!(codes(&pair("a = Page { $n }\n", "# = gleich\na = Page { $n }\n").build()), [""; 0]);
    assert_eq!(codes(&pair("# = the same everywhere\na = Page { $n }\n", "a = Page { $n }\n").build()), [""; 0]);
    assert_eq!(codes(&pair("a = <b>Page</b> { $n }\n", "# = geprüft\na = Seite\n").build()), [""; 0]);
    // The comment belongs to the message below it, not to one further down.
    assert_eq!(codes(&pair("a = Page { $n }\n", "# = gleich\n\na = Page { $n }\n").build()), ["same-as-source"]);
    assert_eq!(codes(&pair("a = { $n } kB – <b>2</b>\n", "a = { $n } kB – <b>2</b>\n").build()), [""; 0]);
    let site = SiteTest::in_languages(&["de", "de-AT"]);
    let site = site.file("locales/de/a.ftl", "tags = Themen\n").file("locales/de-AT/a.ftl", "tags = Themen\n");
    assert_eq!(codes(&site.build()), [""; 0]);
}

#[test]
fn plurals_follow_the_language() {
    let forms = |keys: &[&str]| {
        let forms: Vec<String> = keys.iter().map(|key| format!("   {key} x")).collect();
        format!("a = {{ $n ->\n{}\n }}\n", forms.join("\n"))
    };
    let found = |lang, keys: &[&str]| codes(&single(lang, &forms(keys)));
    assert_eq!(found("en", &["[one]", "*[other]"]), [""; 0]);
    assert_eq!(found("ja", &["[one]", "*[other]"]), ["plural-impossible"]);
    assert_eq!(found("pl", &["[one]", "[few]", "*[many]"]), [""; 0], "other is for fractions only");
    assert_eq!(found("pl", &["[one]", "*[other]"]), ["plural-missing"]);
    let marked = format!("# = genitive only\n{}", forms(&["[one]", "*[other]"]));
    assert_eq!(codes(&single("pl", &marked)), [""; 0]);
    assert_eq!(found("fr", &["[one]", "*[other]"]), [""; 0], "many is for millions only");
    assert_eq!(found("fr", &["[one]", "[many]", "*[other]"]), [""; 0]);
    assert_eq!(found("ar", &["[zero]", "[one]", "[two]", "[few]", "[many]", "*[other]"]), [""; 0]);
    assert_eq!(found("pt-BR", &["[one]", "[few]", "*[other]"]), ["plural-impossible"]);
    assert_eq!(found("en", &["[1]", "*[other]"]), [""; 0]);
    assert_eq!(found("en", &["[male]", "[few]", "*[other]"]), [""; 0], "no choice between plurals");
    assert_eq!(found("tlh", &["[few]", "*[other]"]), [""; 0], "nobody knows the rules");
    let ordinal =
        "a = { NUMBER($n, type: \"ordinal\") ->\n    [one] st\n    [two] nd\n    [few] rd\n   *[other] th\n }\n";
    assert_eq!(codes(&single("en", ordinal)), [""; 0]);
    assert_eq!(
        codes(&single("en", "a = { NUMBER($n) ->\n    [two] x\n   *[other] y\n }\n")),
        ["plural-impossible", "plural-missing"]
    );
}

#[test]
fn functions_of_fluent_work() {
    let site = single("de", "a = { NUMBER($n) ->\n    [one] eins\n   *[other] viele\n }\n");
    assert_eq!(site.html("/de/a/"), "eins");
}

#[test]
fn patterns_of_dates_show_whole_dates() {
    let date = |text: &str| codes(&SiteTest::in_languages(&["en"]).append("locales/en/site.ftl", text).build());
    assert_eq!(date("date-long = { $weekday }, { $day }/{ $month-number }/{ $year }\n"), [""; 0]);
    assert_eq!(date("date-long = { $day } { $month }\n"), ["date-pattern"]);
    assert_eq!(date("date-month = { $day } { $month } { $year }\n"), ["unknown-variable"]);
    assert_eq!(date("date-range = { date-long }\n"), [""; 0], "of the last day");
}

#[test]
fn circles_are_told_from_long_ways() {
    let chain: String = (0..3000).map(|n| format!("m{n} = {{ m{} }}\n", n + 1)).collect();
    let site = single("en", &format!("a = {{ $n }} {{ m0 }}\n{chain}m3000 = End\n"));
    assert!(!codes(&site).contains(&"reference-cycle"));
    let site = single("en", &format!("a = {{ $n }}\n{chain}m3000 = {{ m7 }}\n"));
    assert_eq!(lines(&site, Code::ReferenceCycle).len(), 1);
    assert_eq!(codes(&single("en", "a = { $n } { a.x }\n    .x = X\n")), [""; 0]);
}

fn glossary(body: &str) -> Site {
    SiteTest::in_languages(&["de", "vi"])
        .file(
            "locales/de/-terms.ftl",
            "# Die Stadt seit 1976\n# never: Saigon, Ho Chi Minh, Ho Chi Minh Stadt\n# but: Saigon Times, Saigon-Fluss\n\
             -city = Ho-Chi-Minh-Stadt\n",
        )
        .page("p.de.md", "title: A", body)
        .page("p.vi.md", "title: Saigon", "Saigon\n")
        .build()
}

#[test]
fn names_that_are_not_agreed_are_found_at_their_place() {
    let site = glossary("Nach *Saigon* und in die Saigon-\nRegion.\n\n- [Ho Chi\n  Minh Stadt](/p.md)\n\n> Saigon\n");
    let places = site.diagnostics.iter().filter(|found| found.code == Code::Glossary);
    let places = places.filter_map(|found| found.at.as_ref());
    let places: Vec<_> = places.map(|at| at.source.line_column(at.span.start)).collect();
    assert_eq!(places, [(4, 7), (4, 26), (7, 4), (10, 3)]);
    assert!(site.diagnostics.iter().all(|found| !found.is_error()));
}

#[test]
fn a_name_in_front_matter_is_found_in_its_value() {
    let front = "description: \"Kein title: von der Saigon Times\"\ntitle: Nach Saigon";
    let site = SiteTest::in_languages(&["de"])
        .file("locales/de/-terms.ftl", "# never: Saigon\n# but: Saigon Times\n-city = Ho-Chi-Minh-Stadt\n")
        .page("p.de.md", front, "")
        .build();
    assert_eq!(site.place(Code::Glossary), Some(("content/p.de.md".into(), 3, 13)));
}

#[test]
fn names_in_code_addresses_other_names_and_other_languages_are_left_alone() {
    for fine in [
        "`Saigon`",
        "    Saigon\n",
        "```\nSaigon\n```",
        "Die Saigon Times am Saigon-Fluss",
        "Ho-Chi-Minh-Stadt",
        "Saigoner",
        "[x](https://example.org/Saigon)",
        "<https://example.org/Saigon>",
        "{{ foreign(lang=\"en\", text=\"Saigon\") }}",
        "{% quotation(lang=\"en\") %}\nSaigon\n{% end %}",
    ] {
        assert_eq!(codes(&glossary(fine)), [""; 0], "{fine}");
    }
    for wrong in
        ["{% quotation(source=\"Saigon\") %}\nA\n{% end %}", "{% quotation() %}\nSaigon\n{% end %}", "## Saigon"]
    {
        assert_eq!(codes(&glossary(wrong)), ["glossary"], "{wrong}");
    }
}

#[test]
fn check_of_locales_leaves_out_what_is_not_about_texts() {
    let site = pair("a = A { $n }\n", "a = B\n").page("q.en.md", "title: A", "[x](nowhere.md)");
    let output = site.run(&["locales", "check"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("warning[variables-differ]") && !said(&output).contains("broken-link"));
    let output = site.append("locales/de/a.ftl", "b = {\n").run(&["locales", "check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&json["errors"], &json["diagnostics"][1]["at"]["line"]), (&1.into(), &2.into()));
}

#[test]
fn sync_adds_drafts_in_the_source_s_order_and_changes_nothing_else() {
    let old = "# Kopf\n\na = Seite { $n }\n\n# Zu c\nc = Drei\nz = Letzte\n";
    let site = pair("a = Page { $n }\nb = Two\n    .title = Title\nb2 =\n    { $n ->\n        [one] x\n       *[other] y\n    }\nc = Three\nd = Four\nz = Last\n", old)
        .file("locales/en/menu.ftl", "m = Menu\n");
    let output = site.run(&["locales", "sync"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(said(&output), "locales/de/a.ftl: 3 drafts added: b, b2, d\nlocales/de/menu.ftl: 1 draft added: m\n");
    let new = read(&site, "locales/de/a.ftl");
    assert_eq!(
        new,
        "# Kopf\n\na = Seite { $n }\n# b = Two\n#     .title = Title\n# b2 =\n#     { $n ->\n#         [one] x\n\
         #        *[other] y\n#     }\n\n# Zu c\nc = Drei\n# d = Four\n\nz = Letzte\n"
    );
    assert_eq!(read(&site, "locales/de/menu.ftl"), "# m = Menu\n");
    let output = site.run(&["locales", "sync", "de"]);
    assert_eq!(said(&output), "Nothing is missing: no file was changed.\n");
    assert_eq!(read(&site, "locales/de/a.ftl"), new, "drafts are made once");
    let done = new.replace("# b = Two\n#     .title = Title\n", "b = Zwei\n    .title = Titel\n");
    let site = site.file("locales/de/a.ftl", &done);
    assert!(!codes(&site.build()).contains(&"fluent-syntax"), "a draft becomes a message when its # goes");
}

#[test]
fn sync_keeps_line_ends_and_refuses_files_with_mistakes() {
    let site = pair("a = Page { $n }\nb = Two\nc = Three\n", "a = Seite { $n }\r\nc = Drei\r\n");
    site.run(&["locales", "sync"]);
    assert_eq!(read(&site, "locales/de/a.ftl"), "a = Seite { $n }\r\n# b = Two\r\n\r\nc = Drei\r\n");
    let site = site.file("locales/de/a.ftl", "a = {\n");
    let output = site.run(&["locales", "sync"]);
    assert_eq!((output.status.code(), read(&site, "locales/de/a.ftl")), (Some(1), "a = {\n".into()));
    assert!(said(&output).contains("error[fluent-syntax]"));
    assert_eq!(site.file("locales/de/a.ftl", "").run(&["locales", "sync", "fr"]).status.code(), Some(2));
}

#[test]
fn a_new_language_builds_at_once_and_every_text_is_named() {
    let site = pair("# Note\na = Page { $n } { -brand }\n-brand = Brand\n-other = Other\n", "a = Seite { $n }\n");
    let output = site.run(&["locales", "new", "fr"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("content/_index.fr.md"), "{}", said(&output));
    let text = read(&site, "locales/fr/site.ftl");
    assert!(text.starts_with("## locales/en/a.ftl\n\na = Page { $n } { -brand }\n-brand = Brand\n\n## "), "{text}");
    assert!(text.contains("date-long = { $day } { $month } { $year }\n") && !text.contains("-other"));
    let site = site
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [en, de, fr]\ntheme: plain\nmissing: omit\n")
        .page("_index.fr.md", "title: Accueil", "");
    let built = site.build();
    assert!(built.diagnostics.iter().all(|found| !found.is_error()), "{:?}", built.codes());
    assert_eq!(built.place(Code::SameAsSource).unwrap().0, "locales/fr/site.ftl");
    let output = site.run(&["locales", "new", "fr"]);
    assert_eq!((output.status.code(), read(&site, "locales/fr/site.ftl")), (Some(1), text), "nothing is overwritten");
    assert_eq!(site.run(&["locales", "new", "../x"]).status.code(), Some(2));
}

#[test]
fn sites_in_other_languages_with_themes_that_extend_others_are_checked_alike() {
    let site = SiteTest::in_languages(&["pt-BR", "ja"])
        .file("themes/plain/theme.yaml", "extends: base\n")
        .file("themes/base/locales/pt-BR/a.ftl", "a = Olá { $n }\n")
        .file("themes/base/locales/ja/a.ftl", "a = こんにちは\n")
        .file("themes/plain/templates/page.html", "{{ t(key=\"a\", n=1) }}");
    let found = site.build();
    let theme = found.diagnostics.iter().filter(|found| found.code == Code::VariablesDiffer);
    assert_eq!(theme.count(), 1);
    let site = site.file("locales/ja/a.ftl", "a = こんにちは { $n }\n").build();
    assert!(!site.codes().contains(&"variables-differ"), "the site's message counts");
}
