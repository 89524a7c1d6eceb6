//! The ledger on both databases: every test runs on SQLite and on PostgreSQL.
//!
//! The suite starts a PostgreSQL server of its own, from Debian's package, in a directory of its own.

mod adversary;
mod changing;
mod compliance;
mod crowd;
mod damage;
mod deeds;
mod documents;
mod doors;
mod exchange;
mod forged;
mod full;
mod keeping;
mod killed;
mod lost;
mod old;
mod opening;
mod outage;
mod part;
mod place;
mod positions;
mod properties;
mod reading;
mod roles;
mod sample;
mod sealed_files;
mod sealing;
mod server;
mod validation;
mod witness;

use place::{Backend, run};

macro_rules! on_both {
    ($($module:ident: $($test:ident),+;)+) => {
        mod sqlite {
            $(mod $module {
                $(#[test]
                fn $test() {
                    crate::run(crate::Backend::Sqlite, async |place| crate::$module::$test(place).await);
                })+
            })+
        }
        mod postgres {
            $(mod $module {
                $(#[test]
                fn $test() {
                    crate::run(crate::Backend::Postgres, async |place| crate::$module::$test(place).await);
                })+
            })+
        }
    };
}

on_both! {
    adversary: nobody_sees_anothers_notes,
        anothers_position_is_unknown;
    changing: an_entry_of_each_kind_is_read_back,
        a_conflict_names_both_revisions,
        a_batch_is_all_or_nothing,
        splitting_superseding_extending_keep_the_history,
        time_never_goes_back,
        twenty_writers_lose_nothing;
    compliance: scores_hand_worked,
        assessors_agree_hand_worked,
        what_is_due;
    crowd: twenty_writers_in_four_processes;
    damage: each_kind_of_damage_is_found,
        the_end_cut_off_is_found_by_a_known_head,
        slips_are_refused;
    doors: a_content_is_not_taken_by_its_checksum,
        nobody_writes_in_anothers_name,
        what_another_keeps_is_in_no_number,
        everybodys_entry_stands_in_nobodys_place,
        rows_from_elsewhere_pass_the_rules_of_record,
        older_exports_pass_them_too,
        a_content_that_is_absent_travels_as_absent,
        whatever_is_rewritten_stays_within_its_part;
    documents: stored_once_and_verified,
        a_document_needs_its_content;
    exchange: round_trip_between_databases,
        a_file_cut_anywhere_is_refused,
        a_file_altered_anywhere_is_refused,
        a_longer_history_is_taken_over_and_another_refused,
        each_brings_its_own,
        a_rule_broken_in_a_file_is_named,
        a_file_of_format_1_stays_readable,
        a_file_of_format_2_stays_readable;
    full: a_full_disk_loses_nothing;
    keeping: a_copy_is_whole,
        the_past_is_asked_and_restored;
    killed: what_was_acknowledged_survives;
    opening: an_older_database_is_copied_then_migrated,
        an_altered_older_database_is_left_alone,
        an_older_database_with_sealed_rows_is_taken_over,
        what_was_cleaned_and_left_out_is_counted,
        a_database_of_version_3_learns_what_is_absent,
        a_newer_database_is_refused,
        other_tables_are_left_alone,
        many_open_at_once;
    positions: one_that_was_given_up_is_not_taken_up_beside_another;
    properties: any_ledger_goes_round,
        a_harmed_file_changes_nothing,
        a_broken_rule_changes_nothing,
        any_older_ledger_is_copied_and_migrated;
    reading: the_log_and_its_filters,
        held_meetings_and_what_belongs_to_what;
    roles: each_account_sees_its_own,
        a_role_copies_nothing_whole;
    sealed_files: a_part_that_is_none_is_named_with_its_line,
        what_is_everybodys_is_never_sealed,
        a_locked_row_is_as_the_ledger_writes_it,
        what_was_sealed_is_not_kept_open;
    sealing: what_is_sealed_shows_nowhere,
        it_opens_with_its_passphrase_only,
        it_travels_sealed,
        what_was_sealed_is_not_altered_unseen;
    validation: each_fault_names_its_field;
}
