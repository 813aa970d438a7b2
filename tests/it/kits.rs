//! Press kits, opened by a program that is not ours.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use bruecke::diagnostic::Code;

use crate::support::{self, SiteTest, project};

const YAML: &str =
    "base_url: https://example.org/\nlanguages: [de, vi, en]\nlicense: CC BY 4.0\npress_kits: [/news/_index.md]\n";

/// The same picture in another colour.
fn other_picture() -> Vec<u8> {
    let mut bytes = support::PICTURE.to_vec();
    bytes[13] = 0xAA;
    bytes
}

/// A release in German and Vietnamese with all that a kit can hold; English falls back to it.
fn site() -> SiteTest {
    let front = "title: Fachkräfte & mehr\nslug: fachkraefte\ndescription: Der Vorspann.\ndate: 2024-09-22\n\
        image: {src: group.gif, alt: Fünf Leute, caption: Die Gruppe, credit: Fotografin Eins}\n\
        attachments: [{src: programme.pdf, title: Programm}]\n\
        sources: [{publisher: Stadt Leipzig, url: \"https://leipzig.example/\"}]\n\
        contacts: [{name: Frau Muster, role: Pressestelle, email: a@b.example}]\n\
        corrections: [{date: 2024-09-23, note: Es waren fünf.}]";
    let body = "Erster **Absatz** mit [Link](https://a.example/).\n\n\
        {{ figure(src=\"/media/group.gif\", alt=\"Eine Brücke\", caption=\"Die Brücke\", credit=\"Fotograf Zwei\") }}\n";
    let vi = "title: Lao động\nslug: lao-dong\ndescription: Tóm tắt.\nimage: {alt: Năm người, caption: Đoàn}\ntranslation: {from: de}";
    SiteTest::new()
        .file("site.yaml", YAML)
        .page("news/_index.de.md", "title: Aktuelles", "")
        .page("news/_index.vi.md", "title: Tin\ntranslation: {from: de}", "")
        .page("news/a/index.de.md", front, body)
        .page("news/a/index.vi.md", vi, "Đoạn *một*.\n")
        .bytes("content/news/a/group.gif", support::PICTURE)
        .bytes("content/media/group.gif", &other_picture())
        .bytes("content/news/a/programme.pdf", b"%PDF-1.7 \x00\xff")
}

fn build(site: &SiteTest) -> PathBuf {
    let output = site.run(&["build", "--at", "2026-11-24T12:00:00Z"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    site.path().join("public")
}

/// The files of a kit with their bytes.
type Kit = Vec<(String, Vec<u8>)>;

/// Every file of some kits, as Python reads them: a byte is a character of Latin-1.
fn open<const N: usize>(kits: [&Path; N]) -> [Kit; N] {
    open_all(&kits).try_into().unwrap()
}

fn open_all(kits: &[impl AsRef<OsStr>]) -> Vec<Kit> {
    let script = "import json, sys, zipfile\n\
        def kit(path):\n    z = zipfile.ZipFile(path)\n    assert z.testzip() is None\n    \
        return [[i.filename, z.read(i).decode('latin-1'), list(i.date_time)] for i in z.infolist()]\n\
        print(json.dumps([kit(path) for path in sys.argv[1:]], ensure_ascii=False))";
    let mut python = Command::new("python3");
    let python =
        python.env("PYTHONIOENCODING", "utf-8").args(["-c", script]).args(kits).output().expect("python3 runs");
    assert!(python.status.success(), "{}", String::from_utf8_lossy(&python.stderr));
    let kits: Vec<Vec<(String, String, Vec<u16>)>> = serde_json::from_slice(&python.stdout).unwrap();
    for (name, _, time) in kits.iter().flatten() {
        assert!(!name.contains(['/', '\\', ':']) && name != "..", "{name} is a path");
        assert_eq!(time[3..], [0, 0, 0], "no clock");
    }
    let bytes = |text: String| text.chars().map(|c| u8::try_from(c).unwrap()).collect();
    kits.into_iter().map(|kit| kit.into_iter().map(|(name, text, _)| (name, bytes(text))).collect()).collect()
}

fn text(files: &[(String, Vec<u8>)], name: &str) -> String {
    let bytes = &files.iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("no {name}")).1;
    let text = String::from_utf8(bytes.clone()).unwrap();
    let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "Windows line ends");
    text.replace("\r\n", "\n")
}

#[test]
fn a_kit_holds_text_pictures_captions_and_attachments() {
    let site = site();
    let [files] = open([&build(&site).join("de/aktuelles/fachkraefte/press-kit.zip")]);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["bildtexte.txt", "fachkraefte.txt", "group-2.gif", "group.gif", "programme.pdf"]);
    assert!(files[2].1.starts_with(b"GIF89a\x0a\x00\x14\x00") && files[3].1.starts_with(b"GIF89a\x0a\x00\x14\x00"));
    assert!(files[2].1 != files[3].1, "two pictures of one name");
    assert_eq!(files[4].1, b"%PDF-1.7 \x00\xff");
    let release = text(&files, "fachkraefte.txt");
    let mut rest = release.as_str();
    for part in [
        "Fachkräfte & mehr\n=================\n",
        "22.\u{a0}September 2024",
        "Der Vorspann.",
        "Erster Absatz mit Link (https://a.example/).",
        "[Die Brücke Bild: Fotograf Zwei]",
        "Korrekturen\n-----------\n- 23.\u{a0}September 2024: Es waren fünf.",
        "- Programm: programme.pdf",
        "- Stadt Leipzig (https://leipzig.example/)",
        "- Frau Muster, Pressestelle, a@b.example",
        "https://example.org/de/aktuelles/fachkraefte/",
        "CC BY 4.0",
    ] {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part} is not there, or not in its place: {release}"));
        rest = &rest[at..];
    }
    let captions = text(&files, "bildtexte.txt");
    assert!(
        captions.contains("group.gif\nDie Gruppe\nBild: Fotografin Eins\nAuf dem Bild zu sehen: Fünf Leute\n"),
        "{captions}"
    );
    assert!(
        captions.contains("group-2.gif\nDie Brücke Bild: Fotograf Zwei\nAuf dem Bild zu sehen: Eine Brücke\n"),
        "{captions}"
    );
}

#[test]
fn each_language_has_its_own_and_a_fallback_none() {
    let site = site();
    let public = build(&site);
    let [files] = open([&public.join("vi/tin/lao-dong/press-kit.zip")]);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["chu-thich-anh.txt", "group.gif", "lao-dong.txt", "programme.pdf"]);
    let (release, captions) = (text(&files, "lao-dong.txt"), text(&files, "chu-thich-anh.txt"));
    assert!(release.contains("Đoạn một.") && !release.contains("Absatz"), "{release}");
    assert!(captions.contains("Đoàn\nHình ảnh: Fotografin Eins") && !captions.contains("Gruppe"), "{captions}");
    let kits = walkdir::WalkDir::new(&public).into_iter().flatten();
    let kits = kits.filter(|file| file.file_name() == "press-kit.zip").count();
    assert_eq!(kits, 2, "English shows the German page and has no kit");
    let page = std::fs::read_to_string(public.join("de/aktuelles/fachkraefte/index.html")).unwrap();
    let size = std::fs::metadata(public.join("de/aktuelles/fachkraefte/press-kit.zip")).unwrap().len().div_ceil(1000);
    assert!(page.contains("aktuelles/fachkraefte/press-kit.zip\">Pressemappe</a>"), "{page}");
    assert!(page.contains(&format!("(ZIP, {size}\u{a0}kB)")), "the page tells the true size, {size} kB");
}

#[test]
fn the_same_site_makes_the_same_bytes() {
    let read = |site: &SiteTest| std::fs::read(build(site).join("de/aktuelles/fachkraefte/press-kit.zip")).unwrap();
    let (one, other) = (site(), site());
    assert_eq!(read(&one), read(&other));
    let again = String::from_utf8(one.run(&["build", "--at", "2026-11-24T12:00:00Z"]).stdout).unwrap();
    assert!(again.contains("0 files written") || again.contains(" 0 changed"), "{again}");
}

#[test]
fn what_is_hidden_withdrawn_undated_or_elsewhere_has_no_kit() {
    for front in ["draft: true", "publish: 2999-01-01", "expires: 2001-01-01", "withdrawn: {date: 2024-01-01}"] {
        let site = site().page("news/b.de.md", &format!("title: Geheim\ndate: 2024-01-01\n{front}"), "Geheimer Text");
        let built = site.build();
        assert!(!built.has("/de/aktuelles/geheim/press-kit.zip"), "{front}");
        assert!(built.files.values().all(|text| !text.contains("Geheimer Text")), "{front}");
    }
    let site = site().page("news/c.de.md", "title: C", "").page("d.de.md", "title: D\ndate: 2024-01-01", "").build();
    assert!(!site.has("/de/aktuelles/c/press-kit.zip") && !site.has("/de/d/press-kit.zip"));
    let drafts = site_with_drafts();
    assert!(!drafts.has("/de/aktuelles/entwurf/press-kit.zip") && drafts.has("/de/aktuelles/entwurf/"));
}

fn site_with_drafts() -> support::Site {
    site().page("news/e.de.md", "title: Entwurf\ndate: 2024-01-01\ndraft: true", "").drafts().build()
}

#[test]
fn a_site_that_asks_for_none_has_none_and_a_page_is_no_section() {
    let site = site().file("site.yaml", &YAML.replace("press_kits: [/news/_index.md]\n", "")).build();
    assert!(site.files.keys().all(|name| !name.ends_with(".zip")));
    let wrong = |name: &str| self::site().file("site.yaml", &YAML.replace("/news/_index.md", name)).build();
    assert_eq!(wrong("/news/a/index.md").place(Code::KitOfPage), Some(("site.yaml".into(), 4, 14)));
    assert_eq!(wrong("/nws/_index.md").place(Code::BrokenLink), Some(("site.yaml".into(), 4, 14)));
}

#[test]
fn kits_of_the_real_site_read_well() {
    let folder = tempfile::tempdir().unwrap();
    let output =
        support::program().args(["build", "--root"]).arg(project()).arg("--output").arg(folder.path()).output();
    assert!(output.unwrap().status.success());
    let all = walkdir::WalkDir::new(folder.path()).into_iter().flatten();
    let kits: Vec<PathBuf> = all.filter(|f| f.file_name() == "press-kit.zip").map(|f| f.into_path()).collect();
    assert!(kits.len() >= 20, "{} kits", kits.len());
    for (kit, files) in kits.iter().zip(open_all(&kits)) {
        let page = std::fs::read_to_string(kit.with_file_name("index.html")).unwrap();
        let slug = kit.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
        let release = text(&files, &format!("{slug}.txt"));
        let title = page.split("<title>").nth(1).unwrap().split('<').next().unwrap();
        assert!(release.lines().nth(1).unwrap().starts_with("==="), "{release}");
        assert!(title.starts_with(release.lines().next().unwrap().split(['\'', '&']).next().unwrap()), "{title}");
        for ugly in ["<", "\u{AD}", "\n\n\n", "{{", " \n", "&amp;", "()"] {
            assert!(!release.contains(ugly), "{ugly:?} in {release}");
        }
    }
}
