//! Client library for [Nango](https://nango.dev).
