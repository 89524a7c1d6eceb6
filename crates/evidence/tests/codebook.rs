//! The codebook in the book is the one that the program writes, and leaves no table and no column out.

use std::convert::Infallible;
use std::path::{Path, PathBuf};

use entente_evidence::{Codebook, ForEachTable, Page, Record, TableId};

fn book() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src")
}

/// The pages of the codebook as they lie in the book.
fn pages() -> Vec<Page> {
    let mut pages: Vec<Page> = std::fs::read_dir(book().join("codebook"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| Page {
            file: path.file_name().unwrap().to_string_lossy().into_owned(),
            text: std::fs::read_to_string(&path).unwrap(),
        })
        .collect();
    pages.sort_by(|a, b| a.file.cmp(&b.file));
    pages
}

fn page(file: &str, text: &str) -> Page {
    Page {
        file: file.to_owned(),
        text: text.to_owned(),
    }
}

/// What is said of pages that cannot be written.
fn refusal(pages: &[Page]) -> String {
    let codebook = Codebook::of_program().unwrap();
    codebook.pages(pages).unwrap_err().to_string()
}

#[test]
fn the_book_has_the_pages_that_the_program_writes() {
    let codebook = Codebook::of_program().unwrap();
    let written = codebook.pages(&pages()).unwrap();
    for page in &written {
        assert!(
            pages().contains(page),
            "{} is not as the program writes it: entente evidence codebook --into docs/src/codebook",
            page.file
        );
    }
}

#[test]
fn the_book_lists_every_page() {
    let summary = std::fs::read_to_string(book().join("SUMMARY.md")).unwrap();
    for page in pages() {
        let link = format!("(codebook/{})", page.file);
        assert!(summary.contains(&link), "SUMMARY.md has no {link}");
    }
}

#[test]
fn every_table_and_column_is_told() {
    struct Told;
    impl ForEachTable for Told {
        type Error = Infallible;
        fn table<R: Record>(&mut self) -> Result<(), Infallible> {
            let table = R::TABLE;
            assert!(!R::DOCS.trim().is_empty(), "{table}: what is one row?");
            assert!(
                !R::KNOWN.is_empty(),
                "{table}: say in words from when a row is known: known(row) = \"from ...\" {{ ... }}"
            );
            let columns = R::columns();
            assert!(!R::KEY.is_empty(), "{table} has no key");
            for key in R::KEY {
                assert!(
                    columns.iter().any(|c| c.name == *key),
                    "{table}: {key} is no column"
                );
            }
            for column in &columns {
                assert!(
                    !column.docs.trim().is_empty(),
                    "{table}: what is {}?",
                    column.name
                );
            }
            let schema = R::schema();
            let names: Vec<&str> = schema.fields().iter().map(|f| f.name().as_str()).collect();
            let told: Vec<&str> = columns.iter().map(|c| c.name).collect();
            assert_eq!(names, told);
            Ok(())
        }
    }
    let Ok(()) = Told.every();
}

#[test]
fn prose_stays_and_what_is_between_the_marks_is_written_anew() {
    let mut all = vec![page(
        "votes.md",
        "# Votes\n\nProse.\n\n<!-- table votes -->\nold\n<!-- end of votes -->\n\nMore prose.\n",
    )];
    let codebook = Codebook::of_program().unwrap();
    let written = codebook.pages(&all).unwrap();
    let votes = &written[0].text;
    assert!(
        votes.starts_with("# Votes\n\nProse.\n\n<!-- table votes,"),
        "{votes}"
    );
    assert!(
        votes.ends_with("<!-- end of votes -->\n\nMore prose.\n"),
        "{votes}"
    );
    assert!(!votes.contains("old"), "{votes}");
    assert!(votes.contains("\n- Key: `ccode`, `rcid`.\n"), "{votes}");

    // Every other table has a page of its own, and writing again changes nothing.
    assert_eq!(written.len(), TableId::ALL.len());
    assert!(written.iter().any(|p| {
        p.file == "capabilities.md"
            && p.text
                .contains("| `milex` | `milex` | number, may be empty |")
    }));
    all.clone_from(&written);
    assert_eq!(codebook.pages(&all).unwrap(), written);
}

#[test]
fn marks_that_cannot_be_followed() {
    assert_eq!(
        refusal(&[page(
            "a.md",
            "# A\n<!-- table vots -->\n<!-- end of vots -->\n"
        )]),
        "a.md:2: `vots` is no table; is `votes` meant?"
    );
    assert_eq!(
        refusal(&[page("a.md", "<!-- table votes -->\nProse.\n")]),
        "a.md:1: has no end; the line `<!-- end of votes -->` belongs below it"
    );
    let twice = page("b.md", "<!-- table votes -->\n<!-- end of votes -->\n");
    assert_eq!(
        refusal(&[page("a.md", &twice.text), twice]),
        "b.md:1: `votes` has a place already, on a.md; take one of them away"
    );
    assert!(
        refusal(&[page("votes.md", "# Votes\n")])
            .starts_with("votes.md:1: the page has no place for its table `votes`; add the lines ")
    );
}
