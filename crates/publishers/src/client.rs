//! One request after the other, each within limits.

use std::cell::Cell;
use std::io::{self, Read};

use entente_doors::read::grouped;
use entente_doors::text;
use ureq::Agent;
use ureq::http::HeaderMap;

use crate::list::Limits;

/// How the program calls itself.
const NAME: &str = concat!("entente/", env!("CARGO_PKG_VERSION"));
/// The longest mark of a version that is kept.
const LONGEST_MARK: usize = 512;

/// Asks publishers, one request at a time.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    limits: Limits,
    has_asked: Cell<bool>,
}

/// What a server said of the version of a body, to be sent back to it with the next request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`, as it was written.
    pub last_modified: Option<String>,
}

/// What a server answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The body is the one that bore the marks.
    Unchanged,
    /// A body.
    Body(Body),
}

/// A body, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What its server says of its version.
    pub marks: Marks,
}

/// A request without an answer that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{address}: {reason}")]
pub struct AskError {
    /// The address.
    pub address: String,
    /// Why.
    pub reason: Reason,
}

/// Why an answer cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The server says that it has none.
    #[error("the server answers with status {0}")]
    Status(u16),
    /// It sends on from address to address.
    #[error("it sends on to other addresses more than {0} times")]
    Redirects(u32),
    /// It takes too long.
    #[error("no whole answer within {0} seconds")]
    TooLong(u64),
    /// It is too large.
    #[error("the body has more than {} bytes", grouped(*.0))]
    TooLarge(u64),
    /// It has no body.
    #[error("the body is empty")]
    Empty,
    /// It is a page for readers.
    #[error("the body is an HTML page, not the file")]
    Page,
    /// It is not the version that the publisher's listing names.
    #[error(
        "the body is not the version that the publisher's listing names; the two may differ for some minutes"
    )]
    OtherVersion,
    /// The listing is none.
    #[error("the listing cannot be understood: {0}")]
    Listing(String),
    /// The connection fails, or breaks off.
    #[error("the connection fails: {0}")]
    Connection(String),
}

/// Whether an address may be asked: over TLS, or on this machine.
pub fn may_be_asked(address: &str) -> bool {
    let (on_this_machine, rest) = match address.split_once("://") {
        Some(("https", rest)) => (false, rest),
        Some(("http", rest)) => (true, rest),
        _ => return false,
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let sound = !host.is_empty() && host.bytes().all(|b| b.is_ascii_graphic() && b != b'@');
    let name = match host.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    sound
        && address.bytes().all(|b| b.is_ascii_graphic())
        && (!on_this_machine || ["127.0.0.1", "localhost", "::1"].contains(&name))
}

impl Client {
    /// A client that keeps to limits.
    pub fn new(limits: Limits) -> Self {
        let config = Agent::config_builder()
            .user_agent(NAME)
            .http_status_as_error(false)
            .max_redirects(limits.redirects)
            .timeout_global(Some(limits.longest))
            .build();
        Client {
            agent: config.new_agent(),
            limits,
            has_asked: Cell::new(false),
        }
    }

    /// Asks for a body, unless it is the one that bore some marks.
    ///
    /// # Errors
    /// If there is no answer, it is no body, or the body is larger, comes more slowly or is sent on more often
    /// than the limits say.
    pub fn get(&self, address: &str, known: &Marks) -> Result<Answer, AskError> {
        let failed = |reason| AskError {
            address: address.to_owned(),
            reason,
        };
        if self.has_asked.replace(true) {
            std::thread::sleep(self.limits.pause);
        }
        // Who asks over TLS is not sent on to where anybody can read and change the answer.
        let over_tls = address.starts_with("https://");
        let mut request = self
            .agent
            .get(address)
            .config()
            .https_only(over_tls)
            .build();
        if let Some(etag) = &known.etag {
            request = request.header("If-None-Match", etag);
        }
        if let Some(day) = &known.last_modified {
            request = request.header("If-Modified-Since", day);
        }
        let response = request.call().map_err(|e| failed(self.reason(e)))?;
        let conditional = *known != Marks::default();
        match response.status().as_u16() {
            200 => {}
            304 if conditional => return Ok(Answer::Unchanged),
            status => return Err(failed(Reason::Status(status))),
        }
        let marks = Marks::of(response.headers());
        let is_page = header(response.headers(), "content-type")
            .is_some_and(|media| media.to_ascii_lowercase().starts_with("text/html"));
        let most = self.limits.most_bytes;
        let mut bytes = Vec::new();
        let body = response.into_body().into_reader();
        (body.take(most.saturating_add(1)).read_to_end(&mut bytes))
            .map_err(|e| failed(self.reason(of_reading(e))))?;
        if bytes.len() as u64 > most {
            return Err(failed(Reason::TooLarge(most)));
        }
        if bytes.is_empty() {
            return Err(failed(Reason::Empty));
        }
        if is_page || begins_a_page(&bytes) {
            return Err(failed(Reason::Page));
        }
        Ok(Answer::Body(Body { bytes, marks }))
    }

    fn reason(&self, error: ureq::Error) -> Reason {
        match error {
            ureq::Error::StatusCode(status) => Reason::Status(status),
            ureq::Error::TooManyRedirects => Reason::Redirects(self.limits.redirects),
            ureq::Error::Timeout(_) => Reason::TooLong(self.limits.longest.as_secs()),
            ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => {
                Reason::TooLong(self.limits.longest.as_secs())
            }
            other => Reason::Connection(text::shown_on_a_line(&other.to_string()).into_owned()),
        }
    }
}

/// What went wrong while a body was read, where the client wrapped it.
fn of_reading(error: io::Error) -> ureq::Error {
    ureq::Error::from(error)
}

fn begins_a_page(bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    let start = start.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(start);
    ["<!doctype html", "<html"].iter().any(|mark| {
        start
            .get(..mark.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(mark.as_bytes()))
    })
}

fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

impl Marks {
    fn of(headers: &HeaderMap) -> Self {
        let mark = |name| {
            let value = header(headers, name)?.trim();
            let sound = !value.is_empty() && value.len() <= LONGEST_MARK;
            sound.then(|| value.to_owned())
        };
        Marks {
            etag: mark("etag"),
            last_modified: mark("last-modified"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_over_tls_or_on_this_machine() {
        for sound in [
            "https://api.github.com/repos/UNxml/GAresolutions/contents/data_extract",
            "http://127.0.0.1:8080/80.json",
            "http://localhost/80.json",
            "http://[::1]:1/a",
        ] {
            assert!(may_be_asked(sound), "{sound}");
        }
        for refused in [
            "http://example.org/80.json",
            "http://127.0.0.1.example.org/",
            "http://localhost@example.org/",
            "ftp://example.org/",
            "file:///etc/passwd",
            "https://",
            "https://a b.org/",
            "https://a.org/\n",
            "80.json",
        ] {
            assert!(!may_be_asked(refused), "{refused}");
        }
    }

    #[test]
    fn a_page_is_no_file() {
        for page in ["<!DOCTYPE html><p>", "\n <HTML lang=en>", "\u{FEFF}<html>"] {
            assert!(begins_a_page(page.as_bytes()), "{page}");
        }
        for file in ["{\"symbol\": \"A/RES/80/4\"}", "<visits>", ""] {
            assert!(!begins_a_page(file.as_bytes()), "{file}");
        }
    }
}
