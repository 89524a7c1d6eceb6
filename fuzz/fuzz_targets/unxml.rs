#![no_main]

entente_fuzz::importer!(Unxml);
