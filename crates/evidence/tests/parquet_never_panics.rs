//! Whatever bytes are given for a table's file, they are read or refused: no panic comes out, and no room is
//! made for what a file only says it holds. The fuzz target `evidence_table` looks for the same.

use std::sync::Arc;

use bytes::Bytes;
use entente_evidence::import::{Kind, read};
use entente_evidence::{
    Contact, Record, RollCall, Vote, panic_is_an_error, parquet_bytes, parquet_rows,
};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use proptest::prelude::*;
use proptest::sample::Index;

fn tables() -> entente_evidence::Tables {
    let csv = include_bytes!("fixtures/unga/undl.csv");
    read(Kind::DigitalLibrary, "undl.csv", csv).unwrap()
}

fn packed<R: Record>(rows: &[R], compression: Compression) -> Vec<u8> {
    let properties = WriterProperties::builder().set_compression(compression);
    let mut out = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut out, R::schema(), Some(properties.build())).unwrap();
    writer.write(&R::write(rows).unwrap()).unwrap();
    writer.close().unwrap();
    out
}

#[test]
fn what_other_programs_write_is_read() {
    let tables = tables();
    for compression in [Compression::UNCOMPRESSED, Compression::SNAPPY] {
        let bytes = packed(&tables.roll_calls, compression);
        let rows: Vec<RollCall> = parquet_rows("t", bytes.into()).unwrap();
        assert_eq!(rows, tables.roll_calls);
    }
}

/// A list of 4,294,967,295 truth values takes the reader of the format minutes to pass over.
#[test]
fn a_list_without_end_in_the_footer_is_refused() {
    let sound = parquet_bytes(&tables().roll_calls).unwrap();
    let list = [0x19, 0xf1, 0xff, 0xff, 0xff, 0xff, 0x0f];
    let (body, tail) = sound.split_at(sound.len() - 8);
    let length = u32::from_le_bytes(tail[..4].try_into().unwrap()) as usize;
    let (pages, footer) = body.split_at(body.len() - length);
    // The last byte of the footer ends its struct; the list stands before it, as a field that nobody knows.
    let mut footer = [&footer[..footer.len() - 1], &list, &[0]].concat();
    footer.extend((footer.len() as u32).to_le_bytes());
    let bytes = [pages, &footer, b"PAR1"].concat();
    let refused = parquet_rows::<RollCall>("t", bytes.into()).unwrap_err();
    assert!(
        refused.to_string().contains("its end is damaged"),
        "{refused}"
    );
}

#[test]
fn whole_numbers_of_another_type_and_columns_of_others() {
    use arrow_array::{Array, ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("note", Arc::new(StringArray::from(vec!["a", "b"]))),
        ("ccode", Arc::new(Int64Array::from(vec![2, 70]))),
        ("rcid", Arc::new(Float64Array::from(vec![7.0, 7.0]))),
        ("vote", Arc::new(Int64Array::from(vec![1, 3]))),
    ];
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    let rows: Vec<Vote> = parquet_rows("t", bytes.into()).unwrap();
    assert_eq!(
        rows.iter().map(|v| (v.ccode.0, v.vote)).collect::<Vec<_>>(),
        [(2, 1), (70, 3)]
    );
    assert!(batch.column(1).null_count() == 0);
}

/// A table's file in which bytes were changed, and of which an end may be cut off.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let tables = tables();
    let bases = vec![
        parquet_bytes(&tables.roll_calls).unwrap(),
        parquet_bytes(&tables.votes).unwrap(),
        packed(&tables.roll_calls, Compression::SNAPPY),
        packed(&tables.votes, Compression::UNCOMPRESSED),
    ];
    let changes = proptest::collection::vec((any::<Index>(), any::<u8>()), 1..6);
    let cut = proptest::option::weighted(0.1, any::<Index>());
    (proptest::sample::select(bases), changes, cut).prop_map(|(mut bytes, changes, cut)| {
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        bytes
    })
}

/// Panics that are caught are not written to the terminal.
fn quiet() {
    static QUIET: std::sync::Once = std::sync::Once::new();
    QUIET.call_once(|| {
        let report = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !panic_is_an_error() {
                report(panic);
            }
        }));
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]
    #[test]
    fn a_damaged_file_gives_rows_or_an_error(bytes in damaged()) {
        quiet();
        let bytes = Bytes::from(bytes);
        let _ = parquet_rows::<RollCall>("t", bytes.clone());
        let _ = parquet_rows::<Vote>("t", bytes.clone());
        let _ = parquet_rows::<Contact>("t", bytes);
    }
}
