package main

import (
	"context"
	gofs "io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/moby/patternmatcher/ignorefile"
	"github.com/tonistiigi/fsutil"
)

// How somebody's inputs (files, and folders for all below them) compare with what BuildKit takes from the tree.
type comparison struct {
	Sent   int      `json:"sent"`
	Read   int      `json:"read"`
	Unsent []string `json:"unsent"` // sent to the builder, and no input
	Missed []string `json:"missed"` // read by a copy or a mount, and no input
	Extra  []string `json:"extra"`  // an input, and not sent
}

const most = 5

func (t *tree) compare(result *answer, ignore string, inputs []string) (*comparison, error) {
	sent, err := t.sent(result, ignore)
	if err != nil {
		return nil, err
	}
	read := t.read(result.Selectors, sent)
	ours := covering(inputs)
	compared := &comparison{Sent: len(sent), Read: len(read), Unsent: []string{}, Missed: []string{}, Extra: []string{}}
	for file := range t.files {
		switch covered := ours(file); {
		case read[file] && !covered:
			note(&compared.Missed, file)
		case sent[file] && !covered:
			note(&compared.Unsent, file)
		case covered && !sent[file]:
			note(&compared.Extra, file)
		}
	}
	return compared, nil
}

func note(list *[]string, file string) {
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

// What the client's sender lets through: the real filter, over this tree.
func (t *tree) sent(result *answer, ignore string) (map[string]bool, error) {
	files := map[string]bool{}
	if !result.Whole && len(result.Paths) == 0 {
		return files, nil
	}
	excludes, err := ignorefile.ReadAll(strings.NewReader(ignore))
	if err != nil {
		return nil, err
	}
	options := &fsutil.FilterOpt{ExcludePatterns: excludes}
	if !result.Whole {
		options.FollowPaths = result.Paths
	}
	filtered, err := fsutil.NewFilterFS(t, options)
	if err != nil {
		return nil, err
	}
	return files, filtered.Walk(context.Background(), "/", func(name string, entry gofs.DirEntry, err error) error {
		if t.files[name] {
			files[name] = true
		}
		return err
	})
}

// What the copies and mounts pick from that; what --parents and --exclude leave out again is not followed. Links at or above the picked path are followed, as the copier does.
func (t *tree) read(selectors []selector, sent map[string]bool) map[string]bool {
	read := map[string]bool{}
	for _, one := range selectors {
		for _, picked := range t.pick(one) {
			for file := range sent {
				if picked == "." || file == picked || strings.HasPrefix(file, picked+"/") {
					read[file] = true
				}
			}
		}
	}
	return read
}

func (t *tree) pick(one selector) []string {
	fixed, pattern := one.split()
	folder := t.follow(fixed, 0)
	if pattern == "" {
		return []string{folder}
	}
	picked := []string{}
	for name := range t.everything() {
		relative, below := strings.CutPrefix(name, folder+"/")
		if folder == "." {
			relative, below = name, true
		}
		if matches, _ := filepath.Match(pattern, relative); below && matches {
			picked = append(picked, t.follow(name, 0))
		}
	}
	return picked
}

// A copy's path up to its first pattern, and the rest.
func (one selector) split() (string, string) {
	parts := strings.Split(path.Join(".", "."+path.Join("/", one.Path)), "/")
	for index, part := range parts {
		if one.Kind == "copy" && hasWildcard(part) {
			return path.Join(append([]string{"."}, parts[:index]...)...), path.Join(parts[index:]...)
		}
	}
	return path.Join(parts...), ""
}

func hasWildcard(part string) bool {
	for at := 0; at < len(part); at++ {
		if part[at] == '\\' {
			at++
		} else if strings.IndexByte("*?[", part[at]) >= 0 {
			return true
		}
	}
	return false
}

func (t *tree) everything() map[string]bool {
	all := map[string]bool{}
	for file := range t.files {
		for ; file != "."; file = path.Dir(file) {
			all[file] = true
		}
	}
	return all
}

func (t *tree) follow(name string, depth int) string {
	parts := strings.Split(name, "/")
	for index := range parts {
		at := path.Join(parts[:index+1]...)
		link, isLink := t.links[at]
		if !isLink || depth > 40 {
			continue
		}
		target := path.Join("/", path.Dir(at), link)
		if path.IsAbs(link) {
			target = path.Clean(link)
		}
		rest := append([]string{".", "." + target}, parts[index+1:]...)
		return t.follow(path.Join(rest...), depth+1)
	}
	return name
}
