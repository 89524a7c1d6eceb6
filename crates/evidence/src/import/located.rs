//! Errors that say where in a publisher's file something is wrong, and how values are read so
//! that they can.

use jiff::civil::Date;

use super::date_order::{self as dates, DateOrder, NoDate};

/// A value in a publisher's file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {}{problem}{}", place(.file, *.line), column_text(.column, .value), hint_text(.hint))]
pub struct ImportError {
    /// The file's name as given.
    pub file: String,
    /// The line, from 1; 0 where the fault is the file's as a whole.
    pub line: u64,
    /// The column or element, if the fault is in one.
    pub column: Option<String>,
    /// The offending value, if there is one.
    pub value: Option<String>,
    /// What is wrong.
    pub problem: String,
    /// What to do about it, if something is known to help.
    pub hint: Option<String>,
}

fn place(file: &str, line: u64) -> String {
    match line {
        0 => file.to_owned(),
        line => format!("{file}:{line}"),
    }
}

fn column_text(column: &Option<String>, value: &Option<String>) -> String {
    match (column, value) {
        (Some(column), Some(value)) => format!("column `{column}`, value {value:?}: "),
        (Some(column), None) => format!("column `{column}`: "),
        (None, Some(value)) => format!("value {value:?}: "),
        (None, None) => String::new(),
    }
}

fn hint_text(hint: &Option<String>) -> String {
    hint.as_ref().map(|h| format!("; {h}")).unwrap_or_default()
}

impl ImportError {
    /// A fault of the file as a whole.
    pub fn whole(file: &str, problem: impl Into<String>) -> Self {
        ImportError {
            file: file.to_owned(),
            line: 0,
            column: None,
            value: None,
            problem: problem.into(),
            hint: None,
        }
    }

    /// A fault of one value.
    pub fn at(
        file: &str,
        line: u64,
        column: &str,
        value: &str,
        problem: impl Into<String>,
    ) -> Self {
        ImportError {
            file: file.to_owned(),
            line,
            column: Some(column.to_owned()),
            value: Some(value.to_owned()),
            problem: problem.into(),
            hint: None,
        }
    }

    /// The same fault with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// Where a value stands, to read it with an error that says so.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// The file.
    pub file: &'a str,
    /// The line, from 1.
    pub line: u64,
    /// The column or element.
    pub column: &'a str,
    /// The value as it stands in the file.
    pub text: &'a str,
    /// What the column's dates tell of the order of day and month.
    pub dates: DateOrder,
}

/// What R and those who use it write where a value is missing.
const NOT_AVAILABLE: &str = "NA";

impl<'a> Cell<'a> {
    /// An error about this value.
    pub fn error(&self, problem: impl Into<String>) -> ImportError {
        ImportError::at(self.file, self.line, self.column, self.text, problem)
    }

    /// The text, refused if empty.
    ///
    /// # Errors
    /// If the field is empty.
    pub fn required(&self) -> Result<&'a str, ImportError> {
        if self.text.is_empty() {
            return Err(self.error("is empty, and may not be"));
        }
        Ok(self.text)
    }

    /// The text, `None` if empty. The text `NA` is a text.
    pub fn optional(&self) -> Option<&'a str> {
        (!self.text.is_empty()).then_some(self.text)
    }

    /// A number, refused if it does not parse as `T`; `what` names it in the error. A whole number may be
    /// written as programs write it that know one type of number: `9501.0`, `1e+05`.
    ///
    /// # Errors
    /// If the field is empty or is not such a number.
    pub fn number<T: std::str::FromStr>(&self, what: &str) -> Result<T, ImportError> {
        let text = self.required()?.trim();
        if let Ok(number) = text.parse() {
            return Ok(number);
        }
        let whole = as_whole(text).and_then(|digits| digits.parse().ok());
        whole.ok_or_else(|| {
            let error = self.error(format!("is not {what}"));
            match text.contains(',') && text.bytes().any(|b| b.is_ascii_digit()) {
                true => error.hint(
                    "a comma may stand for a fraction or between thousands: write `1234.5`, with a point and \
                     nothing between thousands",
                ),
                false => error,
            }
        })
    }

    /// A number, `None` if the field is empty or `NA`.
    ///
    /// # Errors
    /// If the field is not empty and is not such a number.
    pub fn optional_number<T: std::str::FromStr>(
        &self,
        what: &str,
    ) -> Result<Option<T>, ImportError> {
        match self.text {
            "" | NOT_AVAILABLE => Ok(None),
            _ => self.number(what).map(Some),
        }
    }

    /// A finite number with a fraction; `None` if empty.
    ///
    /// # Errors
    /// If it is not a number, or not finite.
    pub fn optional_real(&self) -> Result<Option<f64>, ImportError> {
        match self.optional_number::<f64>("a number")? {
            Some(x) if !x.is_finite() => Err(self.error("is not a finite number")),
            x => Ok(x),
        }
    }

    /// A year from 1000 to 2999.
    ///
    /// # Errors
    /// If it is not one.
    pub fn year(&self) -> Result<u16, ImportError> {
        let year: u16 = self.number("a year")?;
        if !(1000..3000).contains(&year) {
            return Err(self.error("is not a year between 1000 and 2999"));
        }
        Ok(year)
    }

    /// A date from year 1000 to 2999, written YYYY-MM-DD, with the time of day or without; or with the year last,
    /// where a date of the column tells which number is the day.
    ///
    /// # Errors
    /// If it is not one, or day and month cannot be told apart.
    pub fn date(&self) -> Result<Date, ImportError> {
        let text = self.required()?;
        dates::date(text, self.dates).map_err(|reason| match reason {
            NoDate::Other if text == NOT_AVAILABLE => self.error("is missing, and may not be"),
            NoDate::Other => self.error("is not a date of the form YYYY-MM-DD"),
            NoDate::Untold => self
                .error("does not tell which number is the day, and no other date of the column tells")
                .hint("write the dates as YYYY-MM-DD"),
            NoDate::Mixed => self
                .error("stands in a column in which some dates begin with the day and some with the month")
                .hint("write the dates as YYYY-MM-DD"),
        })
    }

    /// 0 or 1; `None` if empty or `NA`.
    ///
    /// # Errors
    /// If it is something else.
    pub fn optional_flag(&self) -> Result<Option<bool>, ImportError> {
        match self.text {
            "" | NOT_AVAILABLE => Ok(None),
            "0" | "0.0" => Ok(Some(false)),
            "1" | "1.0" => Ok(Some(true)),
            _ => Err(self.error("is neither 0 nor 1")),
        }
    }

    /// A COW number of a state known to the state system.
    ///
    /// # Errors
    /// If no state has it.
    pub fn ccode(&self) -> Result<entente_states::Ccode, ImportError> {
        let number: u16 = self.number("a COW state number")?;
        let code = entente_states::Ccode(number);
        match entente_states::system().get(code) {
            Some(_) => Ok(code),
            None => Err(self
                .error("is no state's COW number")
                .hint("`entente states` lists the numbers")),
        }
    }
}

/// The digits of a whole number that is written with a fraction of nought or an exponent; nothing of other texts.
fn as_whole(text: &str) -> Option<String> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let plain = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-');
    let number: f64 = text.parse().ok().filter(|_| text.bytes().all(plain))?;
    (number.fract() == 0.0 && number.abs() <= EXACT).then(|| format!("{number:.0}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_as_programs_write_them() {
        let cell = |text| Cell {
            file: "f",
            line: 2,
            column: "c",
            text,
            dates: DateOrder::default(),
        };
        for (text, number) in [("9501.0", 9501), ("1e+05", 100_000), ("2.00", 2), ("7", 7)] {
            assert_eq!(cell(text).number::<u32>("a number"), Ok(number));
        }
        for text in [
            "9501.5", "1e400", "-1.0", "inf", "nan", "1,5", "24,111", "0x10",
        ] {
            assert!(cell(text).number::<u32>("a number").is_err(), "{text}");
        }
        assert!(cell("257.0").number::<u8>("a number").is_err());
        assert_eq!(
            cell("450,0").optional_real().unwrap_err().to_string(),
            "f:2: column `c`, value \"450,0\": is not a number; a comma may stand for a fraction or between \
             thousands: write `1234.5`, with a point and nothing between thousands"
        );
        assert_eq!(cell("NA").optional_number::<u32>("a number"), Ok(None));
        assert_eq!(cell("NA").optional_flag(), Ok(None));
        assert_eq!(cell("1.0").optional_flag(), Ok(Some(true)));
    }
}
