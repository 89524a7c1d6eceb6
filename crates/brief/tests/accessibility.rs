//! The page passes axe in headless Chromium.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use entente_assessment::{Assessment, Dossier, Fits, Question};
use entente_brief::{Lang, html};
use entente_evidence::Evidence;
use jiff::civil::date;

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::embedded().unwrap());

/// Runs axe on a page and leaves what it found in place of the page.
const RUN: &str = r#"
axe.run(document, { resultTypes: ["violations"] }).then(found => {
  const told = found.violations.map(v =>
    [v.impact, v.id, v.help, v.nodes.slice(0, 3).map(n => n.html).join(" ")].join("\t"));
  document.title = "axe " + found.passes.length;
  document.body.textContent = told.join("\n");
});
"#;

/// The page without its policy, which forbids every script, and with axe in it.
fn with_axe(page: &str, axe: &str) -> String {
    let (before, rest) = page
        .split_once("<meta http-equiv=\"Content-Security-Policy\"")
        .unwrap();
    let (_, after) = rest.split_once('>').unwrap();
    let scripts = format!("<script>{axe}</script><script>{RUN}</script></body>");
    format!("{before}{}", after.replacen("</body>", &scripts, 1))
}

/// What axe finds: lines of impact, rule, help and elements.
fn findings(page: &Path, dark: bool) -> Vec<String> {
    let profile = tempfile::tempdir().unwrap();
    let mut chromium = Command::new("chromium");
    chromium
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
        ])
        .args(["--no-first-run", "--disable-background-networking"])
        .args(["--disable-component-update", "--disable-sync", "--dump-dom"])
        .arg("--virtual-time-budget=60000")
        .arg(format!("--user-data-dir={}", profile.path().display()));
    if dark {
        chromium.arg("--blink-settings=preferredColorScheme=0");
    }
    let shown = chromium
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap();
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(
        shown.contains("<title>axe "),
        "axe did not run: {}",
        &shown[..shown.len().min(400)]
    );
    let (_, body) = shown.split_once("<body>").unwrap();
    let (body, _) = body.split_once("</body>").unwrap();
    let lines = body.lines().filter(|l| !l.trim().is_empty());
    lines.map(str::to_owned).collect()
}

fn serious(found: &[String]) -> Vec<&String> {
    let grave = |l: &&String| l.starts_with("serious\t") || l.starts_with("critical\t");
    found.iter().filter(grave).collect()
}

fn axe() -> String {
    let file = std::env::var_os("AXE").map(PathBuf::from);
    let file = file.expect("AXE names axe.min.js of the npm package axe-core");
    std::fs::read_to_string(file).unwrap()
}

/// Needs Chromium and axe-core; `.ci/run` installs both and runs this.
#[test]
#[ignore = "needs Chromium and axe-core"]
fn no_serious_finding_in_any_language_by_day_or_by_night() {
    let states = ["USA".to_owned(), "MEX".to_owned()];
    let (name, dossier) = &Dossier::shipped()[0];
    let question = Question::about(&states).with(name, dossier);
    let as_of = EVIDENCE.as_of(date(2021, 2, 1));
    let assessment = Assessment::of(&question, &Fits::nowhere(), &as_of).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let axe = axe();
    for lang in Lang::all() {
        let page = folder.path().join(format!("{}.html", lang.code()));
        std::fs::write(&page, with_axe(&html(&assessment, lang), &axe)).unwrap();
        for dark in [false, true] {
            let found = findings(&page, dark);
            assert!(
                serious(&found).is_empty(),
                "{} {dark}: {found:#?}",
                lang.code()
            );
        }
    }
}

/// The test above could not fail if axe saw nothing.
#[test]
#[ignore = "needs Chromium and axe-core"]
fn a_page_with_a_fault_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("fault.html");
    let fault = "<!DOCTYPE html><html><head><meta http-equiv=\"Content-Security-Policy\" content=\"\">\
                 <title>t</title></head><body><p style=\"color:#eee;background:#fff\">pale</p></body></html>";
    std::fs::write(&page, with_axe(fault, &axe())).unwrap();
    assert!(!serious(&findings(&page, false)).is_empty());
}
