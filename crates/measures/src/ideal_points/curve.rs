//! The shape of an item's likelihood about its parameters.

use super::item::Item;
use super::panel::{Panel, Zone};
use super::probit::probit;
use super::{CUT_PRECISION, SLOPE_PRECISION};

/// Gradient and minus Hessian of an item's expected log posterior, by slope, lower and upper cut.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Curve {
    gradient: [f64; 3],
    /// Entries 00, 01, 02, 11, 12, 22.
    curvature: [f64; 6],
    two_cuts: bool,
}

/// A lower triangle L with L Lᵀ = the curvature; where there is one cut, only its 2×2 corner.
#[derive(Clone, Copy, Debug)]
pub(super) struct Root {
    entries: [f64; 6],
    two_cuts: bool,
}

impl Curve {
    /// At an item's present parameters, the voters' positions being uncertain.
    pub(super) fn of(
        panel: &Panel,
        place: usize,
        position: &[f64],
        variance: &[f64],
        item: &Item,
    ) -> Self {
        let probit = probit();
        let thirds = panel.items[place];
        let (mut g0, mut g1, mut g2) = (0.0, 0.0, 0.0);
        let [mut h00, mut h01, mut h02, mut h11, mut h12, mut h22] = [0.0; 6];
        for zone in Zone::ALL {
            for voter in &panel.voters[thirds.range(zone)] {
                let theta = position[*voter as usize];
                let slopes = item.slopes(probit, zone, item.slope * theta);
                let [ll, lu, uu] = slopes.second;
                let (pull, precision) = slopes.by_position();
                // An uncertain position flattens the slope: E θ² = mean² + variance.
                let blur = precision * variance[*voter as usize];
                g0 += theta * pull - item.slope * blur;
                g1 += slopes.first[0];
                g2 += slopes.first[1];
                h00 += theta * theta * precision + blur;
                h01 -= theta * (ll + lu);
                h02 -= theta * (lu + uu);
                h11 += ll;
                h12 += lu;
                h22 += uu;
            }
        }
        g0 -= SLOPE_PRECISION * item.slope;
        h00 += SLOPE_PRECISION;
        if panel.has_two_cuts(place) {
            g1 -= CUT_PRECISION * item.lower;
            g2 -= CUT_PRECISION * item.upper;
            h11 += CUT_PRECISION;
            h22 += CUT_PRECISION;
        } else {
            // One cut: what pulls on either pulls on it.
            g1 += g2 - CUT_PRECISION * item.lower;
            g2 = 0.0;
            h01 += h02;
            h11 += 2.0 * h12 + h22 + CUT_PRECISION;
            [h02, h12, h22] = [0.0, 0.0, 1.0];
        }
        Curve {
            gradient: [g0, g1, g2],
            curvature: [h00, h01, h02, h11, h12, h22],
            two_cuts: panel.has_two_cuts(place),
        }
    }

    /// The curvature's root; `None` if it is not positive definite.
    pub(super) fn root(&self) -> Option<Root> {
        let [m00, m01, m02, m11, m12, m22] = self.curvature;
        let a = m00.sqrt();
        let (b, c) = (m01 / a, m02 / a);
        let d = (m11 - b * b).sqrt();
        let e = (m12 - b * c) / d;
        let f = (m22 - c * c - e * e).sqrt();
        (a > 0.0 && d > 0.0 && f > 0.0).then_some(Root {
            entries: [a, b, c, d, e, f],
            two_cuts: self.two_cuts,
        })
    }

    /// Where Newton's method goes from here.
    pub(super) fn newton(&self, root: &Root) -> [f64; 3] {
        root.back(root.forward(self.gradient))
    }
}

impl Root {
    fn forward(&self, y: [f64; 3]) -> [f64; 3] {
        let [a, b, c, d, e, f] = self.entries;
        let u = y[0] / a;
        let v = (y[1] - b * u) / d;
        [u, v, (y[2] - c * u - e * v) / f]
    }

    fn back(&self, y: [f64; 3]) -> [f64; 3] {
        let [a, b, c, d, e, f] = self.entries;
        let w = if self.two_cuts { y[2] / f } else { 0.0 };
        let v = (y[1] - e * w) / d;
        let u = (y[0] - b * v - c * w) / a;
        [u, v, if self.two_cuts { w } else { v }]
    }

    /// The covariance of slope, lower and upper cut, as 00, 01, 02, 11, 12, 22.
    pub(super) fn covariance(&self) -> [f64; 6] {
        let column = |k: usize| {
            let mut unit = [0.0; 3];
            unit[k] = 1.0;
            self.back(self.forward(unit))
        };
        let (first, second) = (column(0), column(1));
        if self.two_cuts {
            let third = column(2);
            [first[0], first[1], first[2], second[1], second[2], third[2]]
        } else {
            [
                first[0], first[1], first[1], second[1], second[1], second[1],
            ]
        }
    }

    /// A draw of mean 0 with that covariance, from three of the standard normal.
    pub(super) fn draw(&self, normal: [f64; 3]) -> [f64; 3] {
        self.back(normal)
    }

    /// How far a step reaches in units of its covariance, squared.
    pub(super) fn length(&self, [u, v, w]: [f64; 3]) -> f64 {
        let [a, b, c, d, e, f] = self.entries;
        let w = if self.two_cuts { w } else { 0.0 };
        (a * u + b * v + c * w).powi(2) + (d * v + e * w).powi(2) + (f * w).powi(2)
    }
}
