package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/distribution/reference"
	"github.com/moby/buildkit/frontend/dockerfile/dfgitutil"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

// A Dockerfile that only copies: every image is scratch, nothing is run or fetched, and what its stages read of their
// contexts ends in the result, each source in a folder of its own so that none hides another. A real build of it shows
// what the builder reads of a context, without any image.
type rewriting struct {
	lines    []string
	stages   []instructions.Stage
	contexts map[string]string
	copies   int
	// The stages that the current one has taken already: once is enough to see what they read.
	taken map[string]bool
}

func rewrite(asked question) (string, error) {
	parsed, err := parser.Parse(strings.NewReader(asked.Dockerfile))
	if err != nil {
		return "", err
	}
	stages, globals, err := instructions.Parse(parsed.AST, nil)
	if err != nil {
		return "", err
	}
	made := &rewriting{contexts: asked.Contexts}
	if parsed.EscapeToken != '\\' {
		made.write("# escape=%c", parsed.EscapeToken)
	}
	for _, global := range globals {
		made.write("%s", global.String())
	}
	bases := baseReader(shell.NewLex(parsed.EscapeToken), globals, asked.Args)
	for _, stage := range stages {
		if err := made.addStage(stage, bases); err != nil {
			return "", err
		}
	}
	return strings.Join(made.lines, "\n") + "\n", nil
}

func (made *rewriting) write(format string, values ...any) {
	made.lines = append(made.lines, fmt.Sprintf(format, values...))
}

// What FROM's variables hold: arguments before the first stage, and what the builder itself gives.
func baseReader(lex *shell.Lex, globals []instructions.ArgCommand, args map[string]string) func(string) (string, error) {
	known := map[string]string{
		"TARGETPLATFORM": "linux/amd64", "TARGETOS": "linux", "TARGETARCH": "amd64", "TARGETVARIANT": "",
		"BUILDPLATFORM": "linux/amd64", "BUILDOS": "linux", "BUILDARCH": "amd64", "BUILDVARIANT": "", "TARGETSTAGE": "",
	}
	expand := func(word string) (string, error) {
		environment := []string{}
		for name, value := range known {
			environment = append(environment, name+"="+value)
		}
		result, err := lex.ProcessWordWithMatches(word, shell.EnvsFromSlice(environment))
		if err != nil {
			return "", err
		}
		return result.Result, nil
	}
	for _, global := range globals {
		for _, one := range global.Args {
			if given, isGiven := args[one.Key]; isGiven {
				known[one.Key] = given
			} else if one.Value != nil {
				if value, err := expand(*one.Value); err == nil {
					known[one.Key] = value
				}
			}
		}
	}
	return expand
}

func (made *rewriting) addStage(stage instructions.Stage, expand func(string) (string, error)) error {
	base, err := expand(stage.BaseName)
	if err != nil {
		return err
	}
	if !made.isContext(base) && !made.isStage(base, false) {
		base = "scratch"
	}
	if stage.Name == "" {
		made.write("FROM %s", base)
	} else {
		made.write("FROM %s AS %s", base, stage.Name)
	}
	made.stages = append(made.stages, stage)
	made.taken = map[string]bool{}
	for _, command := range stage.Commands {
		if err := made.addCommand(command); err != nil {
			return err
		}
	}
	return nil
}

// A context's name is that of an image, in its shortest form.
func (made *rewriting) isContext(name string) bool {
	named, err := reference.ParseNormalizedNamed(name)
	if err != nil {
		return false
	}
	_, found := made.contexts[strings.TrimSuffix(reference.FamiliarString(named), ":latest")]
	return found
}

// A number names a stage in COPY alone.
func (made *rewriting) isStage(reference string, numbered bool) bool {
	if index, err := strconv.Atoi(reference); err == nil && numbered {
		return index < len(made.stages)
	}
	return slices.ContainsFunc(made.stages, func(stage instructions.Stage) bool {
		return stage.Name != "" && strings.EqualFold(stage.Name, reference)
	})
}

func (made *rewriting) addCommand(command instructions.Command) error {
	switch one := command.(type) {
	case *instructions.ArgCommand:
		made.write("%s", one.String())
	case *instructions.EnvCommand:
		made.write("%s", one.String())
	case *instructions.OnbuildCommand:
		if !strings.HasPrefix(strings.ToUpper(strings.TrimSpace(one.Expression)), "RUN") {
			made.write("ONBUILD %s", one.Expression)
		}
	case *instructions.CopyCommand:
		return made.addCopies(one.From, true, one.SourcePaths, copyFlags(one.Parents, one.ExcludePatterns))
	case *instructions.AddCommand:
		return made.addCopies("", true, slices.DeleteFunc(slices.Clone(one.SourcePaths), isRemote), copyFlags(false, one.ExcludePatterns))
	case *instructions.RunCommand:
		return made.addMounts(one)
	}
	return nil
}

func copyFlags(parents bool, excludes []string) []string {
	flags := []string{}
	if parents {
		flags = append(flags, "--parents")
	}
	for _, pattern := range excludes {
		flags = append(flags, "--exclude="+pattern)
	}
	return flags
}

func isRemote(source string) bool {
	ref, isGit, err := dfgitutil.ParseGitRef(source)
	isGit = isGit || err == nil && !ref.IndistinguishableFromLocal
	return isGit || strings.HasPrefix(source, "http://") || strings.HasPrefix(source, "https://")
}

func (made *rewriting) addCopies(from string, numbered bool, paths []string, flags []string) error {
	if from != "" && !made.isContext(from) {
		// What a command would have made there is not there: the whole stage comes instead.
		if made.taken[from] || !made.isStage(from, numbered) {
			return nil
		}
		made.taken[from] = true
		paths, flags = []string{"/"}, nil
	}
	if from != "" {
		flags = append(slices.Clone(flags), "--from="+from)
	}
	if slices.ContainsFunc(flags, func(flag string) bool { return strings.ContainsAny(flag, " \t\"'\\`") }) {
		return fmt.Errorf("a flag that would have to be quoted: %q", flags)
	}
	for _, path := range paths {
		made.copies++
		words, err := json.Marshal([]string{path, fmt.Sprintf("/.copies/%d/", made.copies)})
		if err != nil {
			return err
		}
		made.write("COPY %s %s", strings.Join(flags, " "), words)
	}
	return nil
}

func (made *rewriting) addMounts(run *instructions.RunCommand) error {
	if err := run.Expand(func(word string) (string, error) { return word, nil }); err != nil {
		return err
	}
	for _, mount := range instructions.GetMounts(run) {
		if mount.Type != instructions.MountTypeBind {
			continue
		}
		if strings.ContainsAny(mount.Source, "*?[\\") {
			return fmt.Errorf("a mount of a name that a copy takes for a pattern: %s", mount.Source)
		}
		if err := made.addCopies(mount.From, false, []string{"/" + mount.Source}, nil); err != nil {
			return err
		}
	}
	return nil
}
