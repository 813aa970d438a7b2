//! Bytes → an answer as hosts give it: an unchanged file is not sent again (RFC 9110, 13.1.2), and of a film a player may
//! ask for a part (14.2).

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::time::UNIX_EPOCH;

use axum::http::header::{ACCEPT_RANGES, CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_NONE_MATCH, IF_RANGE, RANGE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use http_range_header::parse_range_header;

/// The most bytes of a file on disk that one answer holds: players ask for the rest (RFC 9110, 15.3.7 lets a server send
/// less).
const PART: u64 = 8 << 20;

/// A file on disk, of which only what is asked for is read: a film is larger than memory.
pub(super) fn of_file(wanted: &HeaderMap, kind: &'static str, path: &Path) -> io::Result<Response> {
    let mut file = File::open(path)?;
    let data = file.metadata()?;
    let changed = data.modified()?.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    let (size, tag) = (data.len(), format!("\"{:x}-{changed:x}\"", data.len()));
    let ranges = (ACCEPT_RANGES, "bytes".to_string());
    if has(wanted, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, tag), ranges]).into_response());
    }
    let named = [(CONTENT_TYPE, kind.to_string()), (ETAG, tag.clone()), ranges];
    Ok(match range(wanted, &tag, size) {
        None => (named, std::fs::read(path)?).into_response(),
        Some(Some((first, last))) => {
            let last = last.min(first + PART - 1);
            file.seek(SeekFrom::Start(first))?;
            let mut part = Vec::new();
            file.take(last - first + 1).read_to_end(&mut part)?;
            let place = [(CONTENT_RANGE, format!("bytes {first}-{last}/{size}"))];
            (StatusCode::PARTIAL_CONTENT, named, place, part).into_response()
        }
        Some(None) => (StatusCode::RANGE_NOT_SATISFIABLE, [(CONTENT_RANGE, format!("bytes */{size}"))]).into_response(),
    })
}

/// The whole file, or word that the browser has it.
pub(super) fn whole(wanted: &HeaderMap, kind: &'static str, bytes: Vec<u8>) -> Response {
    let tag = tag(&bytes);
    if has(wanted, &tag) {
        return (StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response();
    }
    ([(CONTENT_TYPE, kind.to_string()), (ETAG, tag)], bytes).into_response()
}

/// The part that was asked for, or the whole file. Several parts in one answer are nothing that players ask for.
pub(super) fn part(wanted: &HeaderMap, kind: &'static str, bytes: Vec<u8>) -> Response {
    let (tag, size) = (tag(&bytes), bytes.len() as u64);
    let mut answer = match range(wanted, &tag, size) {
        None => whole(wanted, kind, bytes),
        Some(Some((first, last))) => {
            let part = bytes.get(first as usize..=last as usize).unwrap_or_default().to_vec();
            let headers = [
                (CONTENT_TYPE, kind.to_string()),
                (ETAG, tag),
                (CONTENT_RANGE, format!("bytes {first}-{last}/{size}")),
            ];
            (StatusCode::PARTIAL_CONTENT, headers, part).into_response()
        }
        Some(None) => (StatusCode::RANGE_NOT_SATISFIABLE, [(CONTENT_RANGE, format!("bytes */{size}"))]).into_response(),
    };
    answer.headers_mut().insert(ACCEPT_RANGES, axum::http::HeaderValue::from_static("bytes"));
    answer
}

/// The first and the last byte that are wanted; `None` for all, nothing in it where there are no such bytes.
fn range(wanted: &HeaderMap, tag: &str, size: u64) -> Option<Option<(u64, u64)>> {
    let asked = wanted.get(RANGE)?.to_str().ok()?;
    if wanted.get(IF_RANGE).is_some_and(|known| known != tag) {
        return None;
    }
    // What cannot be read is as if it were not there.
    let ranges = parse_range_header(asked).ok()?;
    let Ok(ranges) = ranges.validate(size) else { return Some(None) };
    let [range] = &ranges[..] else { return None };
    Some(Some((*range.start(), *range.end())))
}

/// Names the bytes (XXH3, 128 bits).
fn tag(bytes: &[u8]) -> String {
    format!("\"{:032x}\"", xxhash_rust::xxh3::xxh3_128(bytes))
}

fn has(wanted: &HeaderMap, tag: &str) -> bool {
    let known = wanted.get_all(IF_NONE_MATCH).iter().filter_map(|known| known.to_str().ok());
    let mut known = known.flat_map(|known| known.split(',')).map(|known| known.trim().trim_start_matches("W/"));
    known.any(|known| known == tag || known == "*")
}
