//! The colours of all charts, in one place: what they are on paper, on a light and on a dark screen.
//!
//! A chart carries its colours as exact hexadecimal values, so that it can stand in a file by itself and
//! in Word. In a page, [`css`] turns each of these values into a custom property by attribute selectors:
//! the drawing itself is the same bytes everywhere.
//!
//! Hues follow Okabe and Ito (2008, Color Universal Design), darkened until words in them have a contrast
//! of 4.5 to 1 on white; what they tell apart is told apart by shape, dash or words too.

use std::fmt::Write;

use plotters::style::RGBColor;

/// A colour by the part it plays.
struct Part {
    /// The custom property is `--chart-` and this.
    name: &'static str,
    light: RGBColor,
    /// On a dark screen, as CSS writes it.
    dark: &'static str,
}

const fn hex(value: u32) -> RGBColor {
    RGBColor((value >> 16) as u8, (value >> 8) as u8, value as u8)
}

/// What lies behind everything, and fills hollow marks.
pub(super) const PAPER: RGBColor = hex(0xffffff);
/// Words and main lines.
pub(super) const INK: RGBColor = hex(0x1c1d1f);
/// Words of less weight, axes.
pub(super) const SOFT: RGBColor = hex(0x55585e);
/// Lines that help the eye.
pub(super) const GRID: RGBColor = hex(0xdcddd9);
/// Lines that stand behind others, such as neighbours.
pub(super) const PALE: RGBColor = hex(0x9a9da3);
/// Spans, every other one.
pub(super) const BAND: RGBColor = hex(0xe8ecf1);
/// Time that a record does not cover.
pub(super) const SILENT: RGBColor = hex(0xece5cf);
/// Series, in the order in which they are taken.
pub(super) const BLUE: RGBColor = hex(0x0072b2);
pub(super) const VERMILION: RGBColor = hex(0xbd4b00);
pub(super) const GREEN: RGBColor = hex(0x00785a);
pub(super) const PURPLE: RGBColor = hex(0x9c3b7c);
pub(super) const EARTH: RGBColor = hex(0x7d5f00);
pub(super) const SLATE: RGBColor = hex(0x41506b);

/// Classes of a map from least to most: each darker than the one before on a light ground.
pub(super) const CLASSES: [RGBColor; 6] = [
    hex(0xdce9f5),
    hex(0xb4d2ea),
    hex(0x81b3da),
    hex(0x4a8fc4),
    hex(0x1f66a0),
    hex(0x0b3766),
];

const PARTS: [Part; 19] = [
    part("paper", PAPER, "#17181a"),
    part("ink", INK, "#e8e8e4"),
    part("soft", SOFT, "#a9acb2"),
    part("grid", GRID, "#34373b"),
    part("pale", PALE, "#7c8087"),
    part("band", BAND, "#282d34"),
    part("silent", SILENT, "#3a3527"),
    part("blue", BLUE, "#5ab8ee"),
    part("vermilion", VERMILION, "#ff9a57"),
    part("green", GREEN, "#3fc79e"),
    part("purple", PURPLE, "#e29ac9"),
    part("earth", EARTH, "#e0b84c"),
    part("slate", SLATE, "#a7b6d2"),
    part("class-1", CLASSES[0], "#243a52"),
    part("class-2", CLASSES[1], "#2b5682"),
    part("class-3", CLASSES[2], "#3876ab"),
    part("class-4", CLASSES[3], "#629dcf"),
    part("class-5", CLASSES[4], "#9ac6e9"),
    part("class-6", CLASSES[5], "#dceefc"),
];

const fn part(name: &'static str, light: RGBColor, dark: &'static str) -> Part {
    Part { name, light, dark }
}

/// The dash and gap of a series by its place, so that colour is not needed to tell it: the first is solid.
pub(super) fn dash(place: usize) -> Option<(f64, f64)> {
    const DASHES: [Option<(f64, f64)>; 4] =
        [None, Some((8.0, 4.0)), Some((3.5, 2.5)), Some((1.5, 3.0))];
    DASHES[place % DASHES.len()]
}

/// The colour of a series by its place.
pub(super) fn series(place: usize) -> RGBColor {
    const SERIES: [RGBColor; 6] = [BLUE, VERMILION, GREEN, PURPLE, EARTH, SLATE];
    SERIES[place % SERIES.len()]
}

/// A colour as the charts write it: `#0072b2`.
pub(super) fn written(colour: (u8, u8, u8)) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.0, colour.1, colour.2)
}

/// A drawing is as wide as the text; on a narrow screen it can be moved sideways, so that its words stay
/// large enough to read; on paper it stays on one page.
const LAYOUT: &str = "figure.chart{margin:1.25rem 0}
figure.chart .drawing{overflow-x:auto}
figure.chart svg{display:block;width:100%;min-width:38rem;height:auto}
@media print{figure.chart{break-inside:avoid}figure.chart .drawing{overflow:visible}figure.chart svg{min-width:0}}
";

/// The style of charts in a page: custom properties `--chart-ink`, `--chart-paper` and so on with their
/// values for light and dark screens (on paper they are light), and the rules by which drawings inside a
/// `figure` take them. An office can set the properties to its own colours.
pub fn css() -> String {
    let mut light = String::new();
    let mut dark = String::new();
    let mut rules = String::new();
    for part in &PARTS {
        let (name, at) = (
            part.name,
            written((part.light.0, part.light.1, part.light.2)),
        );
        // Writing to a string cannot fail.
        let _ = write!(light, "--chart-{name}:{at};");
        let _ = write!(dark, "--chart-{name}:{};", part.dark);
        let _ = writeln!(
            rules,
            "figure svg [fill=\"{at}\"]{{fill:var(--chart-{name})}}"
        );
        let _ = writeln!(
            rules,
            "figure svg [stroke=\"{at}\"]{{stroke:var(--chart-{name})}}"
        );
    }
    format!(
        ":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{LAYOUT}{rules}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast (WCAG 2.2).
    fn luminance(colour: RGBColor) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
    }

    fn contrast(a: RGBColor, b: RGBColor) -> f64 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    fn dark(name: &str) -> RGBColor {
        let part = PARTS.iter().find(|p| p.name == name).unwrap();
        hex(u32::from_str_radix(&part.dark[1..], 16).unwrap())
    }

    #[test]
    fn words_can_be_read_on_light_and_on_dark() {
        for name in [
            "ink",
            "soft",
            "blue",
            "vermilion",
            "green",
            "purple",
            "earth",
            "slate",
        ] {
            let part = PARTS.iter().find(|p| p.name == name).unwrap();
            assert!(contrast(part.light, PAPER) >= 4.5, "{name} on light");
            assert!(contrast(dark(name), dark("paper")) >= 4.5, "{name} on dark");
        }
        assert!(contrast(INK, BAND) > 7.0 && contrast(INK, SILENT) > 7.0);
        assert!(contrast(dark("ink"), dark("band")) > 7.0);
    }

    #[test]
    fn classes_go_from_light_to_dark_in_grey() {
        let light: Vec<f64> = CLASSES.into_iter().map(luminance).collect();
        assert!(light.windows(2).all(|w| w[1] < 0.8 * w[0]), "{light:?}");
        let dark: Vec<f64> = (1..=6)
            .map(|i| luminance(dark(&format!("class-{i}"))))
            .collect();
        assert!(dark.windows(2).all(|w| w[1] > 1.3 * w[0]), "{dark:?}");
    }

    #[test]
    fn every_colour_has_its_property_once() {
        let style = css();
        for part in &PARTS {
            let value = format!(
                "\"{}\"]",
                written((part.light.0, part.light.1, part.light.2))
            );
            assert_eq!(style.matches(&value).count(), 2, "{}", part.name);
            assert_eq!(style.matches(&format!("--chart-{}:", part.name)).count(), 2);
        }
    }
}
