//! The Equal Earth projection: an equal-area map of the world whose states keep shapes that a reader knows.
//!
//! Šavrič, Patterson and Jenny (2019), The Equal Earth map projection, International Journal of Geographical
//! Information Science 33(3): 454-465, equations 5 to 9. With sin θ = (√3/2) sin φ:
//!
//! x = 2√3 λ cos θ / (3 (9 A₄ θ⁸ + 7 A₃ θ⁶ + 3 A₂ θ² + A₁))
//! y = A₄ θ⁹ + A₃ θ⁷ + A₂ θ³ + A₁ θ

const A1: f64 = 1.340_264;
const A2: f64 = -0.081_106;
const A3: f64 = 0.000_893;
const A4: f64 = 0.003_796;

/// A place on a sphere of radius 1 in the plane; both angles in radians, the first from the central
/// meridian.
pub(super) fn equal_earth(longitude: f64, latitude: f64) -> (f64, f64) {
    let root = 3.0_f64.sqrt();
    let theta = (root / 2.0 * latitude.sin()).asin();
    let square = theta * theta;
    let sixth = square * square * square;
    let slope = 9.0 * A4 * sixth * square + 7.0 * A3 * sixth + 3.0 * A2 * square + A1;
    let x = 2.0 * root * longitude * theta.cos() / (3.0 * slope);
    let y = theta * (A4 * sixth * square + A3 * sixth + A2 * square + A1);
    (x, y)
}

#[cfg(test)]
mod tests {
    use std::f64::consts::{FRAC_PI_2, PI};

    use proptest::prelude::*;

    use super::*;

    /// By hand: on the equator θ = 0, so x = 2√3 λ / (3 A₁); at the pole θ = π/3.
    #[test]
    fn values_worked_by_hand() {
        let close = |a: (f64, f64), b: (f64, f64)| {
            assert!(
                (a.0 - b.0).abs() < 1e-6 && (a.1 - b.1).abs() < 1e-6,
                "{a:?} {b:?}"
            );
        };
        close(equal_earth(0.0, 0.0), (0.0, 0.0));
        close(equal_earth(PI, 0.0), (2.706_630, 0.0));
        close(equal_earth(0.0, FRAC_PI_2), (0.0, 1.317_363));
        close(equal_earth(0.0, -FRAC_PI_2), (0.0, -1.317_363));
        // θ = asin(√3/4) = 0.447832, cos θ = 0.901388; the slope is
        // 0.000055 + 0.000050 - 0.048798 + 1.340264 = 1.291571, so
        // x = 3.464102 · 1.570796 · 0.901388 / 3.874714 and
        // y = 0.000003 + 0.000003 - 0.007284 + 0.600214.
        close(equal_earth(FRAC_PI_2, PI / 6.0), (1.265_851, 0.592_935));
    }

    proptest! {
        /// The area of a small patch over its area on the sphere is 1 everywhere.
        #[test]
        fn areas_are_kept(longitude in -PI..PI, latitude in -1.5..1.5f64) {
            let h = 1e-5;
            let at = |l: f64, p: f64| equal_earth(longitude + l, latitude + p);
            let (east, west, north, south) = (at(h, 0.0), at(-h, 0.0), at(0.0, h), at(0.0, -h));
            let dx = ((east.0 - west.0) / (2.0 * h), (east.1 - west.1) / (2.0 * h));
            let dy = ((north.0 - south.0) / (2.0 * h), (north.1 - south.1) / (2.0 * h));
            let jacobian = dx.0 * dy.1 - dx.1 * dy.0;
            prop_assert!((jacobian / latitude.cos() - 1.0).abs() < 1e-6);
        }
    }
}
