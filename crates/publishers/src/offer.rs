//! What a publication offers now: its files and their versions, asked for with as few requests as can be.

use crate::client::{Answer, AskError, Body, Client, Marks, Reason};
use crate::digest::{self, Digest};
use crate::downloads::Downloads;
use crate::list::{Limits, Publication, Way};
use crate::listing::{self, Listed};

/// What a publication offers.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    /// Its files.
    pub files: Vec<Offered>,
    /// Bodies that came while it was asked for.
    pub came: Vec<Came>,
}

/// A file that is offered.
#[derive(Clone, Debug)]
pub struct Offered {
    /// Its name.
    pub file: String,
    /// Where it is.
    pub address: String,
    /// Its version.
    pub digest: Digest,
}

/// A body that came.
#[derive(Clone, Debug)]
pub struct Came {
    /// From where.
    pub address: String,
    /// Its version.
    pub digest: Digest,
    /// The body.
    pub body: Body,
}

/// Asks what a publication offers; nothing, where it is not asked for.
///
/// # Errors
/// If there is no answer that can be used.
pub fn ask(
    client: &Client,
    publication: &Publication,
    downloads: Option<&Downloads>,
    limits: &Limits,
) -> Result<Option<Offer>, AskError> {
    let known = Known {
        publication,
        downloads,
        limits,
    };
    match &publication.way {
        Way::ByHand => Ok(None),
        Way::GitHub {
            listing,
            address,
            ending,
        } => known
            .listed(
                client,
                listing,
                listing::github,
                (address, "{file}"),
                ending,
            )
            .map(Some),
        Way::Dataverse {
            listing,
            address,
            ending,
        } => known
            .listed(
                client,
                listing,
                listing::dataverse,
                (address, "{id}"),
                ending,
            )
            .map(Some),
        Way::File { address } => known.one(client, address).map(Some),
    }
}

/// Fetches a file that is offered.
///
/// # Errors
/// If there is no answer that can be used, or the body is another version than the one that is offered.
pub fn fetch(client: &Client, offered: &Offered) -> Result<Came, AskError> {
    let failed = |reason| AskError {
        address: offered.address.clone(),
        reason,
    };
    let body = match client.get(&offered.address, &Marks::default())? {
        Answer::Body(body) => body,
        Answer::Unchanged => return Err(failed(Reason::Status(304))),
    };
    if !offered.digest.fits(&body.bytes) {
        return Err(failed(Reason::OtherVersion));
    }
    Ok(Came {
        address: offered.address.clone(),
        digest: offered.digest.clone(),
        body,
    })
}

/// What is asked for, and what was fetched before.
struct Known<'k> {
    publication: &'k Publication,
    downloads: Option<&'k Downloads>,
    limits: &'k Limits,
}

/// How bytes are read as a listing.
type ReadListing = fn(&[u8]) -> Result<Vec<Listed>, String>;

impl Known<'_> {
    /// The marks and the bytes of the last body of an address, where the bytes are there.
    fn last(&self, address: &str) -> Option<(Marks, Vec<u8>, Digest)> {
        let downloads = self.downloads?;
        let last = downloads.last(address)?;
        let bytes = downloads.bytes(last, self.limits.most_bytes)?;
        Some((last.marks(), bytes, Digest::Opaque(last.digest.clone())))
    }

    fn listed(
        &self,
        client: &Client,
        at: &str,
        read: ReadListing,
        (template, place): (&str, &str),
        ending: &str,
    ) -> Result<Offer, AskError> {
        let last = self.last(at);
        let marks = last
            .as_ref()
            .map(|(marks, ..)| marks.clone())
            .unwrap_or_default();
        let mut offer = Offer::default();
        let bytes = match (client.get(at, &marks)?, last) {
            (Answer::Unchanged, Some((_, bytes, _))) => bytes,
            // Nothing was asked for that could be unchanged.
            (Answer::Unchanged, None) => Vec::new(),
            (Answer::Body(body), _) => {
                let bytes = body.bytes.clone();
                offer.came.push(Came {
                    address: at.to_owned(),
                    digest: digest::own(&bytes),
                    body,
                });
                bytes
            }
        };
        let listed = read(&bytes).map_err(|problem| AskError {
            address: at.to_owned(),
            reason: Reason::Listing(problem),
        })?;
        let counts = (listed.into_iter()).filter(|l| self.publication.counts(&l.file, ending));
        offer.files = counts
            .map(|listed| Offered {
                address: template.replace(place, &listed.id),
                file: listed.file,
                digest: listed.digest,
            })
            .collect();
        Ok(offer)
    }

    fn one(&self, client: &Client, address: &str) -> Result<Offer, AskError> {
        let last = self.last(address);
        let marks = last
            .as_ref()
            .map(|(marks, ..)| marks.clone())
            .unwrap_or_default();
        let mut offer = Offer::default();
        let digest = match (client.get(address, &marks)?, last) {
            (Answer::Unchanged, Some((_, _, digest))) => digest,
            (Answer::Unchanged, None) => return Ok(offer),
            (Answer::Body(body), _) => {
                let digest = digest::own(&body.bytes);
                offer.came.push(Came {
                    address: address.to_owned(),
                    digest: digest.clone(),
                    body,
                });
                digest
            }
        };
        let path = address.split(['?', '#']).next().unwrap_or_default();
        offer.files.push(Offered {
            file: path.rsplit('/').next().unwrap_or_default().to_owned(),
            address: address.to_owned(),
            digest,
        });
        Ok(offer)
    }
}
