//! The rows of a delimited file, each with the line on which it stands.

use super::ImportError;
use super::intake::Named;

/// A row with the line on which it stands.
pub(super) type Numbered<T> = (u64, T);

/// The rows in order of their keys, so that the order in the file does not matter.
///
/// Two rows with one key are an error: which of them is meant, nobody can tell. Where faulty rows are left out,
/// a row that says the same as one before is left out; of rows that contradict each other, all are.
pub(super) fn distinct<T: PartialEq, K: Ord>(
    file: &Named<'_>,
    mut rows: Vec<Numbered<T>>,
    columns: &str,
    key: impl Fn(&T) -> K,
) -> Result<Vec<T>, ImportError> {
    rows.sort_by_cached_key(|(line, row)| (key(row), *line));
    let mut faults: Vec<(u64, String)> = Vec::new();
    let mut kept = Vec::with_capacity(rows.len());
    for group in rows.chunk_by(|one, other| key(&one.1) == key(&other.1)) {
        let alike = group.iter().all(|(_, row)| *row == group[0].1);
        kept.push(alike);
        kept.extend(group.iter().skip(1).map(|_| false));
        for pair in group.windows(2) {
            let problem = format!("repeats line {}: the same {columns}", pair[0].0);
            faults.push((pair[1].0, problem));
        }
        if !alike {
            let problem = format!("is contradicted by line {}: the same {columns}", group[1].0);
            faults.push((group[0].0, problem));
        }
    }
    // The first fault that a reader meets is the first repetition: what it contradicts stands before it.
    faults.sort_by_key(|(line, problem)| (problem.starts_with("is "), *line));
    for (line, problem) in faults {
        file.leave_out(ImportError {
            line,
            ..ImportError::whole(file, problem)
        })?;
    }
    let kept = rows.into_iter().zip(kept).filter(|(_, kept)| *kept);
    Ok(kept.map(|((_, row), _)| row).collect())
}
