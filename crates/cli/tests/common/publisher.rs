//! A publisher on the loopback address, which answers as a test says and remembers what it was asked.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// How an address is answered.
#[derive(Clone, Debug)]
pub enum Reply {
    /// A body with the mark of its version: status 304 to whoever names that.
    Body(Vec<u8>, &'static str),
    /// Status and body, without a mark.
    Status(u16, &'static str),
    /// Half of what the header announces.
    Truncated(Vec<u8>),
    /// Twice of what the header announces.
    TooLong(Vec<u8>),
    /// Block after block, a gigabyte of them.
    Endless,
    /// A byte now and then.
    Slow,
    /// It is elsewhere.
    Redirect(String),
}

/// What was asked: the path, and the header fields in lower case.
#[derive(Clone, Debug)]
pub struct Request {
    pub path: String,
    pub fields: HashMap<String, String>,
}

type Replies = Arc<Mutex<HashMap<String, Reply>>>;
type Requests = Arc<Mutex<Vec<Request>>>;

/// A publisher; it closes with the value.
pub struct Publisher {
    address: SocketAddr,
    replies: Replies,
    requests: Requests,
    closed: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// When every body was last changed.
pub const LAST_MODIFIED: &str = "Wed, 28 Oct 2026 10:00:00 GMT";

/// The longest that a server sits at one request.
const LONGEST: Duration = Duration::from_secs(20);

impl Publisher {
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (replies, requests) = (Replies::default(), Requests::default());
        let closed = Arc::new(AtomicBool::new(false));
        let (to_say, asked, is_closed) = (replies.clone(), requests.clone(), closed.clone());
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if is_closed.load(Ordering::SeqCst) {
                    return;
                }
                // A client that goes away is no fault of the publisher's.
                let _ = stream.and_then(|stream| answer(stream, &to_say, &asked));
            }
        });
        Publisher {
            address,
            replies,
            requests,
            closed,
            thread: Some(thread),
        }
    }

    pub fn at(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub fn says(&self, path: &str, reply: Reply) {
        self.replies.lock().unwrap().insert(path.to_owned(), reply);
    }

    /// What was asked since this was last looked at.
    pub fn asked(&self) -> Vec<Request> {
        std::mem::take(&mut self.requests.lock().unwrap())
    }
}

impl Drop for Publisher {
    fn drop(&mut self) {
        self.closed.store(true, Ordering::SeqCst);
        // Somebody must knock for the door to be looked at.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn answer(mut stream: TcpStream, replies: &Replies, requests: &Requests) -> std::io::Result<()> {
    stream.set_read_timeout(Some(LONGEST))?;
    stream.set_write_timeout(Some(LONGEST))?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let mut fields = HashMap::new();
    for line in lines.take(100) {
        let line = line?;
        match line.split_once(':') {
            Some((name, value)) => {
                fields.insert(name.to_ascii_lowercase(), value.trim().to_owned())
            }
            None => break,
        };
    }
    let known = fields.get("if-none-match").cloned();
    requests.lock().unwrap().push(Request {
        path: path.clone(),
        fields,
    });
    let reply = replies.lock().unwrap().get(&path).cloned();
    match reply.unwrap_or(Reply::Status(404, "there is no such thing")) {
        Reply::Body(_, mark) if known.as_deref() == Some(mark) => {
            stream.write_all(head("304 Not Modified", &[("ETag", mark)]).as_bytes())
        }
        Reply::Body(body, mark) => {
            let length = body.len().to_string();
            let fields = [
                ("ETag", mark),
                ("Last-Modified", LAST_MODIFIED),
                ("Content-Length", &length),
            ];
            stream.write_all(head("200 OK", &fields).as_bytes())?;
            stream.write_all(&body)
        }
        Reply::Status(status, body) => {
            let length = body.len().to_string();
            let fields = [("Content-Length", length.as_str())];
            stream.write_all(head(&format!("{status} So"), &fields).as_bytes())?;
            stream.write_all(body.as_bytes())
        }
        Reply::Truncated(body) => announced(&mut stream, body.len(), &body[..body.len() / 2]),
        Reply::TooLong(body) => announced(&mut stream, body.len() / 2, &body),
        Reply::Endless => {
            stream.write_all(head("200 OK", &[]).as_bytes())?;
            let block = [b' '; 1 << 16];
            (0..1 << 14).try_for_each(|_| stream.write_all(&block))
        }
        Reply::Slow => {
            stream.write_all(head("200 OK", &[("Content-Length", "1000")]).as_bytes())?;
            (0..100).try_for_each(|_| {
                std::thread::sleep(Duration::from_millis(100));
                stream.write_all(b" ")
            })
        }
        Reply::Redirect(to) => {
            let fields = [("Location", to.as_str()), ("Content-Length", "0")];
            stream.write_all(head("302 Found", &fields).as_bytes())
        }
    }
}

fn announced(stream: &mut TcpStream, length: usize, body: &[u8]) -> std::io::Result<()> {
    let length = length.to_string();
    stream.write_all(head("200 OK", &[("Content-Length", &length)]).as_bytes())?;
    stream.write_all(body)
}

fn head(status: &str, fields: &[(&str, &str)]) -> String {
    let fields: String = fields
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    format!("HTTP/1.1 {status}\r\nConnection: close\r\n{fields}\r\n")
}
