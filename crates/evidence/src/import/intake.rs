//! What is done with a row that cannot be read: it ends the import, or it is left out and noted.

use std::cell::RefCell;
use std::ops::Deref;

use super::ImportError;

/// What was left out of a file, and what is to be told of it.
#[derive(Debug, Default)]
pub(crate) struct Intake {
    faults: RefCell<Vec<ImportError>>,
}

/// A file by its name, for errors, and what is done with its faulty rows.
#[derive(Clone, Copy, Debug)]
pub struct Named<'f> {
    name: &'f str,
    intake: Option<&'f Intake>,
}

impl<'f> Named<'f> {
    /// A file of which faulty rows are left out.
    pub(crate) fn skipping(name: &'f str, intake: &'f Intake) -> Self {
        Named {
            name,
            intake: Some(intake),
        }
    }

    /// Whether what is faulty is left out.
    pub(crate) fn leaves_out(&self) -> bool {
        self.intake.is_some()
    }

    /// Notes what is left out; gives the fault back where nothing may be.
    ///
    /// # Errors
    /// The fault, where faulty rows end the import.
    pub(crate) fn leave_out(&self, fault: ImportError) -> Result<(), ImportError> {
        match self.intake {
            None => Err(fault),
            Some(intake) => {
                intake.faults.borrow_mut().push(fault);
                Ok(())
            }
        }
    }
}

impl Intake {
    /// What was left out, in the order of the lines.
    pub(crate) fn into_faults(self) -> Vec<ImportError> {
        let mut faults = self.faults.into_inner();
        faults.sort_by_key(|fault| fault.line);
        faults
    }
}

impl Deref for Named<'_> {
    type Target = str;
    fn deref(&self) -> &str {
        self.name
    }
}

impl<'f> From<&'f str> for Named<'f> {
    fn from(name: &'f str) -> Self {
        Named { name, intake: None }
    }
}

impl<'f> From<&Named<'f>> for Named<'f> {
    fn from(file: &Named<'f>) -> Self {
        *file
    }
}
