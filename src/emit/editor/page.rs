//! The editor's one page.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quick_xml::escape::escape;
use sha2::{Digest, Sha256};

use super::labels::Labels;
use super::{hosts, package};
use crate::model::{EDITOR_FOLDER, Editor, Output};

/// What the script may have to say.
const SAID: [&str; 3] = ["alone", "no-alt", "no-credit"];

/// The page. `package` says which languages the editor itself speaks.
pub(super) fn page(title: &str, editor: &Editor, package: &[Output]) -> String {
    let map = import_map(package);
    let (policy, hosts) = (policy(&map, editor), hosts(editor).join(" "));
    let title = escape(title);
    let host = editor.host.as_ref().map_or("", |host| host.service.name());
    let mut said = String::new();
    for labels in Labels::all() {
        for name in SAID {
            let (lang, text) = (labels.lang, escape(labels.get(name)));
            _ = writeln!(said, "<p class=\"said\" lang=\"{lang}\" data-name=\"{name}\" hidden>{text}</p>");
        }
    }
    let noscript: Vec<_> = Labels::all().map(|labels| escape(labels.get("scriptless")).into_owned()).collect();
    let noscript = noscript.join(" · ");
    // What signs in at a git host is out of place where there is none.
    format!(
        "<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<meta name=\"robots\" content=\"noindex\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
<title>{title}</title>
<link rel=\"icon\" href=\"data:,\">
<style>[data-host=\"\"] .buttons .button:not(.primary) {{ display: none }} .said {{ margin: 3em auto; max-width: 40em; padding: 0 1em; font: 1.1em/1.5 sans-serif }}</style>
<script type=\"importmap\">{map}</script>
<script type=\"module\" src=\"start.js\"></script>
</head>
<body data-host=\"{host}\" data-hosts=\"{hosts}\">
{said}<noscript><p class=\"said\">{noscript}</p></noscript>
</body>
</html>
"
    )
}

/// Where what the package imports by name is found (WHATWG HTML, import maps).
fn import_map(outputs: &[Output]) -> String {
    let mut imports: serde_json::Map<String, serde_json::Value> =
        package::MODULES.iter().map(|(name, _, file)| ((*name).to_string(), format!("./{file}").into())).collect();
    let below = |output: &Output| Some(output.path.as_str().strip_prefix(EDITOR_FOLDER)?.to_string());
    for script in outputs.iter().filter_map(below).filter(|name| name.starts_with("locales/")) {
        let json = script.replace(".js", ".json");
        imports.insert(format!("./{json}"), format!("./{script}").into());
    }
    serde_json::json!({ "imports": imports }).to_string()
}

/// What the page may load (Content Security Policy, level 3). The package writes its own styles into the page.
fn policy(map: &str, editor: &Editor) -> String {
    let hash = STANDARD.encode(Sha256::digest(map.as_bytes()));
    let hosts: String = hosts(editor).iter().fold(String::new(), |all, host| all + " " + host);
    format!(
        "default-src 'none'; script-src 'self' 'sha256-{hash}'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' blob: data:{hosts}; font-src 'self' data:; media-src 'self' blob:; \
         connect-src 'self' blob: data:{hosts}; worker-src 'self' blob:; frame-src blob:; base-uri 'none'; \
         form-action 'none'"
    )
}
