//! Where fits are kept between runs.

use entente_assessment::Fits;
use etcetera::BaseStrategy;

/// In the user's cache directory; nowhere, where the system has none.
pub fn kept() -> Fits {
    match etcetera::choose_base_strategy() {
        Ok(strategy) => Fits::within(strategy.cache_dir().join("entente").join("fits")),
        Err(_) => Fits::nowhere(),
    }
}
