//! What the person at the terminal is told when something goes wrong, and the exit code.

use std::ops::Range;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use entente_assessment::{AssessmentError, PartyError, ShortlistError, WorkingsError};
use entente_doors::text::{shown, shown_on_a_line};
use entente_evidence::EvidenceError;
use entente_evidence::import::ImportError;
use entente_ledger::{ImportFault, LedgerError};
use entente_publishers::{DownloadsError, UpdateError};

/// A command that did not succeed.
#[derive(Debug, thiserror::Error, miette::Diagnostic)]
#[error("{message}")]
pub struct Failure {
    message: String,
    #[help]
    help: Option<String>,
    #[source_code]
    text: Option<Arc<miette::NamedSource<String>>>,
    #[label("here")]
    place: Option<miette::SourceSpan>,
    /// 2 for a command that was not understood, 1 for one that failed, 0 for a reader that left.
    code: u8,
}

impl Failure {
    /// The command was not understood, or names what does not exist.
    pub fn usage(message: impl Into<String>) -> Self {
        Failure {
            message: message.into(),
            help: None,
            text: None,
            place: None,
            code: 2,
        }
    }

    /// The command was understood and failed.
    pub fn failed(message: impl Into<String>) -> Self {
        Failure {
            message: message.into(),
            help: None,
            text: None,
            place: None,
            code: 1,
        }
    }

    /// Something in a file that a person wrote is wrong, at a place of its text.
    pub fn in_text(
        path: &Path,
        text: String,
        place: Range<usize>,
        message: impl Into<String>,
        help: Option<String>,
    ) -> Self {
        let until = |at: usize| as_shown(text.get(..at).unwrap_or(&text));
        let (before, end) = (until(place.start), until(place.end).len());
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        let name = shown_on_a_line(&path.to_string_lossy()).into_owned();
        Failure {
            message: format!("{name}, line {line}, column {column}: {}", message.into()),
            help,
            text: Some(Arc::new(miette::NamedSource::new(name, as_shown(&text)))),
            place: Some((before.len()..end).into()),
            code: 2,
        }
    }

    /// The same with what to do next.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Tells the person, and gives the exit code. Names and values are shown as any text is, whatever is
    /// in them.
    pub fn report(mut self) -> ExitCode {
        let code = self.code;
        if code != 0 {
            self.message = shown(&self.message).into_owned();
            self.help = self.help.map(|help| shown(&help).into_owned());
            eprintln!("{:?}", miette::Report::new(self));
        }
        ExitCode::from(code)
    }
}

/// A file's text as it is shown beside a fault: an editor's mark at the front and Windows line ends are none
/// of a reader's business.
fn as_shown(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    shown(&text.replace("\r\n", "\n")).into_owned()
}

impl From<PartyError> for Failure {
    fn from(error: PartyError) -> Self {
        let unknown = matches!(error, PartyError::Unresolved(_));
        let failure = Failure::usage(error.to_string());
        if unknown {
            return failure
                .help("`entente states QUERY` lists states by name, ISO code or COW number");
        }
        failure
    }
}

impl From<entente_states::Unresolved> for Failure {
    fn from(error: entente_states::Unresolved) -> Self {
        PartyError::Unresolved(error).into()
    }
}

impl From<entente_brief::DocxError> for Failure {
    fn from(error: entente_brief::DocxError) -> Self {
        Failure::failed(error.to_string())
    }
}

impl From<ShortlistError> for Failure {
    fn from(error: ShortlistError) -> Self {
        match error {
            ShortlistError::Party(error) => error.into(),
            ShortlistError::Evidence(error) => error.into(),
            ShortlistError::Weights(error) => Failure::usage(error.to_string()),
            ShortlistError::NoItem(_) => Failure::failed(error.to_string())
                .help("an item is on the agenda from the day that its `from` declares"),
        }
    }
}

impl From<AssessmentError> for Failure {
    fn from(error: AssessmentError) -> Self {
        match error {
            AssessmentError::Party(error) => error.into(),
            AssessmentError::Evidence(error) => error.into(),
            AssessmentError::Shortlist(error) => error.into(),
            AssessmentError::TooEarly(_) => Failure::usage(error.to_string()),
            AssessmentError::NotAParty { .. } => Failure::usage(error.to_string())
                .help("--for and --map-of take one of the states that the brief is about"),
        }
    }
}

impl From<WorkingsError> for Failure {
    fn from(error: WorkingsError) -> Self {
        match error {
            WorkingsError::NoSuchNote { .. } => Failure::usage(error.to_string())
                .help("the notes stand at the end of the brief, each under its number"),
            WorkingsError::Evidence(error) => error.into(),
        }
    }
}

impl From<EvidenceError> for Failure {
    fn from(error: EvidenceError) -> Self {
        let message = error.to_string();
        match error {
            EvidenceError::Empty { .. } => Failure::usage(message)
                .help("`entente evidence import FILE --as KIND --into DIR` makes such a directory"),
            EvidenceError::Parquet { .. }
            | EvidenceError::Column { .. }
            | EvidenceError::Value { .. } => {
                Failure::failed(message).help("`entente evidence verify` checks every table")
            }
            EvidenceError::Damaged { .. } | EvidenceError::Missing { .. } => Failure::failed(message).help(
                "`entente evidence verify` checks every table; to make the directory anew, import the \
                 publishers' files again, into another",
            ),
            EvidenceError::NotListed { .. } => Failure::failed(message).help(
                "nobody says where it comes from: take it out, or put it in a directory without sources.toml",
            ),
            EvidenceError::Changed { .. } => {
                Failure::failed(message).help("Nothing was changed; do it again.")
            }
            EvidenceError::File { .. } | EvidenceError::Sources(_) => Failure::failed(message),
        }
    }
}

impl From<DownloadsError> for Failure {
    fn from(error: DownloadsError) -> Self {
        Failure::failed(error.to_string())
    }
}

impl From<UpdateError> for Failure {
    fn from(error: UpdateError) -> Self {
        match error {
            UpdateError::Evidence(error) => error.into(),
            UpdateError::Ask(error) => Failure::failed(error.to_string())
                .help("Nothing was changed. `--only NAME` leaves the others out."),
            UpdateError::Import {
                address,
                mut source,
            } => {
                let hint = source.hint.take();
                let hint = hint.map_or_else(String::new, |hint| format!("{hint}. "));
                Failure::failed(format!("{address}: {source}"))
                    .help(format!("{hint}Nothing was changed."))
            }
            UpdateError::Downloads(error) => error.into(),
        }
    }
}

impl From<ImportError> for Failure {
    fn from(mut error: ImportError) -> Self {
        let hint = error.hint.take();
        let failure = Failure::failed(format!("{error}"));
        match hint {
            Some(hint) => {
                let end = if hint.ends_with('?') { "" } else { "." };
                failure.help(format!("{hint}{end} Nothing was imported."))
            }
            None => failure.help("Nothing was imported."),
        }
    }
}

impl From<LedgerError> for Failure {
    fn from(error: LedgerError) -> Self {
        let message = error.to_string();
        match error {
            LedgerError::Invalid(_) => Failure::usage(message).help("Nothing was recorded."),
            LedgerError::NotYours { .. } => {
                Failure::usage(message).help("--as STATE says as whose delegation you write")
            }
            LedgerError::NoAuthor => {
                Failure::usage(message).help("--author NAME, or the variable ENTENTE_AUTHOR")
            }
            LedgerError::Unknown(_) | LedgerError::NoSuchVersion { .. } => Failure::usage(message)
                .help("`entente ledger list KIND` and `log` show what there is"),
            LedgerError::Entries(_) => Failure::usage(message).help("Nothing was recorded."),
            LedgerError::Exists { .. } => Failure::failed(message)
                .help("Nothing was recorded; `entente ledger revise` changes an entry"),
            LedgerError::Conflict(_) => Failure::failed(message)
                .help("Nothing was recorded; `entente ledger show` and `log` show what it is now"),
            LedgerError::Import(error) if matches!(error.fault, ImportFault::NotYours(_)) => {
                Failure::failed(message).help(
                    "--as STATE says as whose delegation you bring it in; --whole takes a backup into an empty ledger. Nothing was imported.",
                )
            }
            LedgerError::Import(error) if matches!(error.fault, ImportFault::Locked) => {
                Failure::failed(message).help(
                    "--passphrase-file FILE gives the passphrase with which it was sealed. Nothing was imported.",
                )
            }
            LedgerError::Import(_) => Failure::failed(message).help("Nothing was imported."),
            LedgerError::Locked(_) => Failure::usage(message)
                .help("--passphrase-file FILE gives the passphrase; on a terminal it is asked for"),
            LedgerError::WrongPassphrase(_) => Failure::failed(message).help(
                "Nothing was changed. A passphrase that is lost cannot be recovered; what is everybody's is read with --as joint.",
            ),
            LedgerError::ShortPassphrase(_) => Failure::usage(message),
            LedgerError::NotADelegation => {
                Failure::usage(message).help("--as STATE says whose own is sealed")
            }
            LedgerError::NoRoles => {
                Failure::usage(message).help("--database postgres://OWNER@HOST/NAME")
            }
            LedgerError::ClockBehind { .. } => Failure::failed(message).help(
                "Nothing was recorded. If this clock is wrong, set it. If the other was, `entente ledger restore --as-of TIME --into FILE` writes the ledger as it was before.",
            ),
            LedgerError::Database(_) => Failure::failed(message)
                .help("is the database there, and may you write to it? `--database` names another"),
            _ => Failure::failed(message),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Failure::failed(format!("the result cannot be written as JSON: {error}"))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        // `entente … | head` closes the pipe: the reader has seen enough, and nothing failed.
        let code = u8::from(error.kind() != std::io::ErrorKind::BrokenPipe);
        Failure {
            message: format!("cannot write the output: {error}"),
            help: None,
            text: None,
            place: None,
            code,
        }
    }
}
