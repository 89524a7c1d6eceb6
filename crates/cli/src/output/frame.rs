//! Tables of typed columns, written as CSV or Parquet, whole or piece by piece.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use arrow_array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use entente_doors::text;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;

use super::spreadsheet;
use super::target::Target;
use crate::failure::Failure;

/// One column; a missing value is an empty field, or null.
#[derive(Debug, Clone)]
pub enum Column {
    Integers(Vec<Option<i64>>),
    Numbers(Vec<Option<f64>>),
    /// Places in a list of words.
    Texts {
        words: Vec<String>,
        at: Vec<u32>,
    },
}

impl Column {
    pub fn integers<T: Into<Option<i64>>>(values: impl Iterator<Item = T>) -> Self {
        Column::Integers(values.map(Into::into).collect())
    }

    pub fn numbers<T: Into<Option<f64>>>(values: impl Iterator<Item = T>) -> Self {
        Column::Numbers(values.map(Into::into).collect())
    }

    pub fn texts<'t>(values: impl Iterator<Item = &'t str>) -> Self {
        let mut words: Vec<String> = Vec::new();
        let mut places: HashMap<&str, u32> = HashMap::new();
        let at = values
            .map(|value| {
                *places.entry(value).or_insert_with(|| {
                    words.push(value.to_owned());
                    words.len() as u32 - 1
                })
            })
            .collect();
        Column::Texts { words, at }
    }

    fn len(&self) -> usize {
        match self {
            Column::Integers(values) => values.len(),
            Column::Numbers(values) => values.len(),
            Column::Texts { at, .. } => at.len(),
        }
    }

    fn write_field(&self, row: usize, into: &mut Vec<u8>) {
        into.clear();
        let _ = match self {
            Column::Integers(values) => match values[row] {
                Some(value) => write!(into, "{value}"),
                None => Ok(()),
            },
            Column::Numbers(values) => match values[row] {
                Some(value) => write!(into, "{value}"),
                None => Ok(()),
            },
            // CSV has no escapes: what no text may hold is shown as it is elsewhere.
            Column::Texts { words, at } => {
                let text = text::shown(&words[at[row] as usize]);
                into.write_all(spreadsheet::cell(text).as_bytes())
            }
        };
    }

    fn data_type(&self) -> DataType {
        match self {
            Column::Integers(_) => DataType::Int64,
            Column::Numbers(_) => DataType::Float64,
            Column::Texts { .. } => DataType::Utf8,
        }
    }

    fn array(&self) -> ArrayRef {
        match self {
            Column::Integers(values) => Arc::new(Int64Array::from(values.clone())),
            Column::Numbers(values) => Arc::new(Float64Array::from(values.clone())),
            Column::Texts { words, at } => Arc::new(StringArray::from_iter_values(
                at.iter().map(|place| &words[*place as usize]),
            )),
        }
    }
}

/// Columns of one length, each with its name.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    columns: Vec<(String, Column)>,
}

impl Frame {
    /// With one column more.
    pub fn with(mut self, name: &str, column: Column) -> Self {
        self.columns.push((name.to_owned(), column));
        self
    }

    fn rows(&self) -> usize {
        self.columns.first().map_or(0, |(_, c)| c.len())
    }

    /// The whole as CSV with a header.
    pub fn csv(&self) -> Result<Vec<u8>, Failure> {
        let mut writer = csv::Writer::from_writer(spreadsheet::mark().to_vec());
        self.write_header(&mut writer)?;
        self.write_rows(&mut writer)?;
        writer.into_inner().map_err(|e| fault(&e))
    }

    /// The whole as Parquet.
    pub fn parquet(&self) -> Result<Vec<u8>, Failure> {
        let mut writer = parquet_writer(self, Vec::new())?;
        writer.write(&self.batch()?).map_err(|e| fault(&e))?;
        writer.into_inner().map_err(|e| fault(&e))
    }

    fn write_header<W: Write>(&self, writer: &mut csv::Writer<W>) -> Result<(), Failure> {
        let names = self.columns.iter().map(|(name, _)| name);
        writer.write_record(names).map_err(csv_fault)
    }

    fn write_rows<W: Write>(&self, writer: &mut csv::Writer<W>) -> Result<(), Failure> {
        let mut field = Vec::new();
        for row in 0..self.rows() {
            for (_, column) in &self.columns {
                column.write_field(row, &mut field);
                writer.write_field(&field).map_err(csv_fault)?;
            }
            writer.write_record(None::<&[u8]>).map_err(csv_fault)?;
        }
        Ok(())
    }

    fn batch(&self) -> Result<RecordBatch, Failure> {
        let arrays = self.columns.iter().map(|(_, c)| c.array()).collect();
        RecordBatch::try_new(Arc::new(self.schema()), arrays).map_err(|e| fault(&e))
    }

    fn schema(&self) -> Schema {
        let field = |(name, column): &(String, Column)| Field::new(name, column.data_type(), true);
        Schema::new(self.columns.iter().map(field).collect::<Vec<_>>())
    }
}

/// Writes frames with the same columns one after the other, so that a long table needs little memory.
///
/// A file appears under its name when the last is written.
pub struct FrameWriter {
    sink: Sink,
    columnar: bool,
}

enum Sink {
    Waiting(Target),
    Csv(Box<csv::Writer<Target>>),
    Parquet(Box<ArrowWriter<Target>>),
    Done,
}

impl FrameWriter {
    /// To a file or standard output, as Parquet or as CSV.
    pub fn new(to: Option<&Path>, columnar: bool) -> Result<Self, Failure> {
        Ok(FrameWriter {
            sink: Sink::Waiting(Target::new(to)?),
            columnar,
        })
    }

    pub fn write(&mut self, frame: &Frame) -> Result<(), Failure> {
        if let Sink::Waiting(_) = self.sink {
            self.begin(frame)?;
        }
        match &mut self.sink {
            Sink::Csv(writer) => frame.write_rows(writer),
            Sink::Parquet(writer) => writer.write(&frame.batch()?).map_err(|e| fault(&e)),
            Sink::Waiting(_) | Sink::Done => Ok(()),
        }
    }

    fn begin(&mut self, frame: &Frame) -> Result<(), Failure> {
        let Sink::Waiting(mut target) = std::mem::replace(&mut self.sink, Sink::Done) else {
            return Ok(());
        };
        self.sink = if self.columnar {
            Sink::Parquet(Box::new(parquet_writer(frame, target)?))
        } else {
            target.write_all(spreadsheet::mark())?;
            let mut writer = csv::Writer::from_writer(target);
            frame.write_header(&mut writer)?;
            Sink::Csv(Box::new(writer))
        };
        Ok(())
    }

    pub fn finish(self) -> Result<(), Failure> {
        let target = match self.sink {
            Sink::Waiting(target) => target,
            Sink::Csv(writer) => writer.into_inner().map_err(|e| fault(&e))?,
            Sink::Parquet(writer) => writer.into_inner().map_err(|e| fault(&e))?,
            Sink::Done => return Ok(()),
        };
        target.finish()
    }
}

fn parquet_writer<W: Write + Send>(frame: &Frame, sink: W) -> Result<ArrowWriter<W>, Failure> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .build();
    ArrowWriter::try_new(sink, Arc::new(frame.schema()), Some(properties)).map_err(|e| fault(&e))
}

fn fault(error: &impl std::fmt::Display) -> Failure {
    Failure::failed(format!("the result cannot be written: {error}"))
}

/// A reader that left is not a failure of writing.
fn csv_fault(error: csv::Error) -> Failure {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        other => fault(&format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame() -> Frame {
        Frame::default()
            .with("ccode", Column::integers([2i64, 70].into_iter()))
            .with(
                "name",
                Column::texts(["United States", "a, \"b\""].into_iter()),
            )
            .with("share", Column::numbers([Some(0.25), None].into_iter()))
    }

    #[test]
    fn csv_with_missing_and_quoted_fields() {
        let text = String::from_utf8(frame().csv().unwrap()).unwrap();
        assert_eq!(
            text,
            "ccode,name,share\n2,United States,0.25\n70,\"a, \"\"b\"\"\",\n"
        );
    }

    #[test]
    fn parquet_reads_back_and_pieces_make_the_whole() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("frame.parquet");
        let mut writer = FrameWriter::new(Some(&path), true).unwrap();
        writer.write(&frame()).unwrap();
        writer.write(&frame()).unwrap();
        assert!(!path.exists());
        writer.finish().unwrap();
        let reader = parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder::try_new(
            std::fs::File::open(&path).unwrap(),
        );
        let batches: Vec<RecordBatch> = reader
            .unwrap()
            .build()
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(batches.iter().map(RecordBatch::num_rows).sum::<usize>(), 4);
        let whole = frame().batch().unwrap();
        assert_eq!(batches[0].slice(0, 2), whole);
    }
}
