// Package libnango has no code: its folder holds the static libraries that package clib links, and their header.
package libnango
