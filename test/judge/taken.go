package main

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	digest "github.com/opencontainers/go-digest"
)

// What a build takes from one context: the files that the client sends, and those of them that a copy or a mount picks.
type taking struct {
	from *tree
	sent map[string]bool
	read map[string]bool
}

// By the context's name.
type takings map[string]taking

func (known trees) take(wanted map[string]*source, ignores map[string]string) (takings, error) {
	all := takings{}
	for name, local := range wanted {
		from := known[name]
		if from == nil {
			return nil, fmt.Errorf("the judge was not given the context %s", name)
		}
		sent, err := from.sent(local, ignores[name])
		if err != nil {
			return nil, err
		}
		read, err := from.read(local.Selectors, sent)
		if err != nil {
			return nil, err
		}
		all[name] = taking{from, sent, read}
	}
	return all, nil
}

// A digest of every file that is read: its context, its place, its mode and its content.
func (all takings) content() string {
	lines := []string{}
	for name, taken := range all {
		for file := range taken.read {
			lines = append(lines, strings.Join([]string{name, file, taken.from.files[file]}, "\x00"))
		}
	}
	slices.Sort(lines)
	return string(digest.FromString(strings.Join(lines, "\x01")))
}

// How somebody's inputs (files, and folders for all below them) compare with that.
type comparison struct {
	Sent   int      `json:"sent"`
	Read   int      `json:"read"`
	Unsent []string `json:"unsent"` // sent to the builder, and no input
	Missed []string `json:"missed"` // read by a copy or a mount, and no input
	Extra  []string `json:"extra"`  // an input, and not sent
}

const most = 5

func (all takings) compare(inputs map[string][]string) *comparison {
	compared := &comparison{Unsent: []string{}, Missed: []string{}, Extra: []string{}}
	for _, name := range slices.Sorted(maps.Keys(inputs)) {
		if _, taken := all[name]; !taken && len(inputs[name]) > 0 {
			note(&compared.Extra, name, inputs[name][0])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		compared.add(name, all[name], covering(inputs[name]))
	}
	return compared
}

func (compared *comparison) add(name string, taken taking, covered func(string) bool) {
	compared.Sent += len(taken.sent)
	compared.Read += len(taken.read)
	for file := range taken.from.files {
		switch ours := covered(file); {
		case taken.read[file] && !ours:
			note(&compared.Missed, name, file)
		case taken.sent[file] && !ours:
			note(&compared.Unsent, name, file)
		case ours && !taken.sent[file]:
			note(&compared.Extra, name, file)
		}
	}
}

func note(list *[]string, context, file string) {
	if context != mainContext {
		file = context + ":" + file
	}
	if len(*list) < most {
		*list = append(*list, file)
	}
}

func covering(inputs []string) func(string) bool {
	set := map[string]bool{}
	for _, input := range inputs {
		set[input] = true
	}
	return func(file string) bool {
		for ; file != "."; file = path.Dir(file) {
			if set[file] {
				return true
			}
		}
		return set["."]
	}
}
