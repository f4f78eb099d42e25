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

func (a *app) cmdVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program and of its formats",
		Args:  usageArgs(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			v := version
			info, ok := debug.ReadBuildInfo()
			if v == "" && ok {
				v = info.Main.Version
			}
			if v == "" {
				v = "(devel)"
			}
			fmt.Fprintf(a.out, "travaux %s\n", v)
			if ok {
				fmt.Fprintf(a.out, "built with %s\n", info.GoVersion)
			}
			fmt.Fprintf(a.out, "formats %s, %s\n", travaux.Schema, export.AnnotationSchema)
			return nil
		},
	}
}
