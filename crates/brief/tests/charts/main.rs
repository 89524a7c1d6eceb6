//! The charts: drawn from the embedded evidence, and from whatever else may be put into them.
//!
//! `cargo test -p entente-brief --test charts -- --ignored` writes all of them as SVG and PNG into the
//! target's `tmp/charts`, to be looked at.

mod any;
mod real;
mod svg;
mod votes;

use entente_brief::charts::css;
use svg::assert_readable;

#[test]
fn charts_of_real_states_are_readable() {
    for (name, chart) in real::all() {
        println!("{name}");
        assert_readable(chart);
    }
}

/// The words of a chart from top to bottom, and how many shapes it has: what a change of drawing would
/// change by accident.
fn outline(chart: &str) -> String {
    let tree = svg::tree(chart);
    let mut words = svg::words(&tree);
    words.sort_by(|a, b| {
        let row = |w: &svg::Words| (w.ink.bottom() / 6.0).round() as i32;
        (row(a), a.ink.left() as i32).cmp(&(row(b), b.ink.left() as i32))
    });
    let said: Vec<&str> = words.iter().map(|w| w.said.as_str()).collect();
    let count = |shape: &str| chart.matches(shape).count();
    format!(
        "{:.0} x {:.0}\n{} circles, {} rectangles, {} paths\n{}",
        tree.size().width(),
        tree.size().height(),
        count("<circle"),
        count("<rect"),
        count("<path"),
        said.join(" | ")
    )
}

#[test]
fn the_charts_say_what_the_evidence_says() {
    for (name, chart) in real::all() {
        insta::assert_snapshot!(*name, outline(chart));
    }
}

#[test]
fn a_chart_tells_readers_who_do_not_see_it() {
    for (name, chart) in real::all() {
        assert!(chart.starts_with("<svg xmlns"), "{name}");
        assert!(chart.contains("role=\"img\""), "{name}");
        assert!(
            chart.contains("<title>") && chart.contains("<desc>"),
            "{name}"
        );
        assert!(!chart.contains("<title></title>"), "{name}");
    }
}

/// Every colour of every chart has its custom property, so that nothing stays light on a dark screen.
#[test]
fn pages_know_every_colour() {
    let style = css();
    for (name, chart) in real::all() {
        for paint in ["fill", "stroke"] {
            let before = format!(" {paint}=\"");
            let colours = chart.split(&before).skip(1);
            for colour in colours.filter_map(|rest| rest.split('"').next()) {
                let rule = format!("[{paint}=\"{colour}\"]");
                assert!(colour == "none" || style.contains(&rule), "{name}: {rule}");
            }
        }
    }
}

#[test]
#[ignore = "writes files to be looked at"]
fn write_them() {
    let directory = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
    std::fs::create_dir_all(&directory).unwrap();
    let fared = real::fared();
    assert_readable(&fared);
    let every = real::all().iter().map(|(name, chart)| (*name, chart));
    for (name, chart) in every.chain([("backtest", &fared)]) {
        std::fs::write(directory.join(format!("{name}.svg")), chart).unwrap();
        std::fs::write(directory.join(format!("{name}.png")), svg::png(chart)).unwrap();
    }
    let figures: Vec<String> = real::all()
        .iter()
        .map(|(name, chart)| format!("<figure class=\"chart\"><div class=\"drawing\">{chart}</div><figcaption>{name}</figcaption></figure>"))
        .collect();
    let page = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\"><title>Charts</title><style>body{{max-width:46rem;margin:auto;padding:1rem;background:var(--chart-paper);color:var(--chart-ink);font-family:sans-serif}}\n{}</style>{}</html>",
        css(),
        figures.concat()
    );
    std::fs::write(directory.join("page.html"), page).unwrap();
}
