//! The icon set: 34 stroke icons on a 16 px grid, drawn with a 1.5 px line and round caps.

/// The icons there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// A warning or a fault in a field.
    Alert,
    /// Back.
    ArrowLeft,
    /// Forward.
    ArrowRight,
    /// An API, or JSON.
    Braces,
    /// The browser.
    Browser,
    /// A small tick.
    Check,
    /// Pass.
    CheckCircle,
    /// Opens below.
    ChevronDown,
    /// Opens in place.
    ChevronRight,
    /// Time, history.
    Clock,
    /// A provider elsewhere.
    Cloud,
    /// Copy.
    Copy,
    /// Reveal.
    Eye,
    /// The sandbox.
    Flask,
    /// A statement worth reading.
    Info,
    /// A token or a key.
    Key,
    /// A secret, or a locked step.
    Lock,
    /// The main menu.
    Menu,
    /// No ID token.
    NoId,
    /// No refresh token.
    NoRefresh,
    /// No user.
    NoUser,
    /// A client that connects.
    Plug,
    /// Add.
    Plus,
    /// Again.
    Refresh,
    /// A way through.
    Route,
    /// Send.
    Send,
    /// This server.
    Server,
    /// The authorization server.
    Shield,
    /// Something is awaited.
    Spinner,
    /// Light and dark.
    Theme,
    /// Remove.
    Trash,
    /// Take away.
    X,
    /// Fail.
    XCircle,
    /// A fault.
    Zap,
}

impl IconName {
    /// Every icon, in the order of the sprite.
    pub const ALL: &[Self] = &[
        Self::Alert,
        Self::ArrowLeft,
        Self::ArrowRight,
        Self::Braces,
        Self::Browser,
        Self::Check,
        Self::CheckCircle,
        Self::ChevronDown,
        Self::ChevronRight,
        Self::Clock,
        Self::Cloud,
        Self::Copy,
        Self::Eye,
        Self::Flask,
        Self::Info,
        Self::Key,
        Self::Lock,
        Self::Menu,
        Self::NoId,
        Self::NoRefresh,
        Self::NoUser,
        Self::Plug,
        Self::Plus,
        Self::Refresh,
        Self::Route,
        Self::Send,
        Self::Server,
        Self::Shield,
        Self::Spinner,
        Self::Theme,
        Self::Trash,
        Self::X,
        Self::XCircle,
        Self::Zap,
    ];

    /// What a `<use>` element points at: the id of the symbol, after a `#`.
    pub fn href(self) -> &'static str {
        match self {
            Self::Alert => "#i-alert",
            Self::ArrowLeft => "#i-arrow-left",
            Self::ArrowRight => "#i-arrow-right",
            Self::Braces => "#i-braces",
            Self::Browser => "#i-browser",
            Self::Check => "#i-check",
            Self::CheckCircle => "#i-check-circle",
            Self::ChevronDown => "#i-chevron-down",
            Self::ChevronRight => "#i-chevron-right",
            Self::Clock => "#i-clock",
            Self::Cloud => "#i-cloud",
            Self::Copy => "#i-copy",
            Self::Eye => "#i-eye",
            Self::Flask => "#i-flask",
            Self::Info => "#i-info",
            Self::Key => "#i-key",
            Self::Lock => "#i-lock",
            Self::Menu => "#i-menu",
            Self::NoId => "#i-no-id",
            Self::NoRefresh => "#i-no-refresh",
            Self::NoUser => "#i-no-user",
            Self::Plug => "#i-plug",
            Self::Plus => "#i-plus",
            Self::Refresh => "#i-refresh",
            Self::Route => "#i-route",
            Self::Send => "#i-send",
            Self::Server => "#i-server",
            Self::Shield => "#i-shield",
            Self::Spinner => "#i-spinner",
            Self::Theme => "#i-theme",
            Self::Trash => "#i-trash",
            Self::X => "#i-x",
            Self::XCircle => "#i-x-circle",
            Self::Zap => "#i-zap",
        }
    }
}
