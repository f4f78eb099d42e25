package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/export"
)

// version is set by make release.
var version = ""

// versionOf returns the program's version.
func versionOf() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

func (a *app) cmdVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program and of its formats",
		Args:  usageArgs(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintf(a.out, "travaux %s\n", versionOf())
			if info, ok := debug.ReadBuildInfo(); ok {
				fmt.Fprintf(a.out, "built with %s\n", info.GoVersion)
			}
			fmt.Fprintf(a.out, "formats %s, %s\n", travaux.Schema, export.AnnotationSchema)
			return nil
		},
	}
}
