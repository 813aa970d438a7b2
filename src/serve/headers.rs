//! The headers that a careful host sends with every file, so that what it would stop is stopped here, too.

use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderMap, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, HeaderValue};

/// What pages may load: what is theirs. `docs/themes.md` has it for hosts; `connect-src` is for the preview's own events.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
     media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// What the header says of the editor, whose page has a policy of its own: it writes styles into its page, and may ask a
/// git host.
pub(super) const EDITOR_POLICY: HeaderValue = HeaderValue::from_static("frame-ancestors 'none'");

pub(super) fn add(headers: &mut HeaderMap) {
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    // Drafts are nobody's business: no page of another site may show or read what is here (Fetch,
    // "Cross-Origin-Resource-Policy").
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin"));
}
