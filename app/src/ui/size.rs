//! How tall a control is.

/// The height of a control; with a coarse pointer all of them grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ControlSize {
    /// 36 px.
    #[default]
    Medium,
    /// 28 px, inside cards and heads.
    Small,
    /// 44 px, the one action of a page.
    Large,
}

impl ControlSize {
    pub(super) fn button_class(self) -> &'static str {
        match self {
            Self::Medium => "",
            Self::Small => "btn-sm",
            Self::Large => "btn-lg",
        }
    }
}
