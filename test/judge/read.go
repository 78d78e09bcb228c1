package main

import (
	"context"
	gofs "io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
	"github.com/tonistiigi/fsutil"
)

// What the client's sender lets through: the real filter, over this tree.
func (t *tree) sent(local *source, ignore string) (map[string]bool, error) {
	files := map[string]bool{}
	if !local.Whole && len(local.Paths) == 0 {
		return files, nil
	}
	excludes, err := ignorefile.ReadAll(strings.NewReader(ignore))
	if err != nil {
		return nil, err
	}
	options := &fsutil.FilterOpt{ExcludePatterns: excludes}
	if !local.Whole {
		options.FollowPaths = local.Paths
	}
	filtered, err := fsutil.NewFilterFS(t, options)
	if err != nil {
		return nil, err
	}
	return files, filtered.Walk(context.Background(), "/", func(name string, entry gofs.DirEntry, err error) error {
		if t.isFile(name) {
			files[name] = true
		}
		return err
	})
}

// What the copies and mounts pick from that. Links at or above the picked path are followed, as the copier does.
func (t *tree) read(selectors []selector, sent map[string]bool) (map[string]bool, error) {
	read := map[string]bool{}
	for _, one := range selectors {
		keeps, err := one.keeper()
		if err != nil {
			return nil, err
		}
		for _, picked := range t.pick(one) {
			for file := range sent {
				below, isBelow := cutFolder(file, picked)
				if file == picked || isBelow && keeps(below) {
					read[file] = true
				}
			}
		}
	}
	return read, nil
}

func cutFolder(file, folder string) (string, bool) {
	if folder == "." {
		return file, true
	}
	return strings.CutPrefix(file, folder+"/")
}

// What --parents includes and --exclude leaves out of a folder, asked folder by folder as fsutil's copier asks.
func (one selector) keeper() (func(string) bool, error) {
	include, err := patternmatcher.New(one.Include)
	if err != nil {
		return nil, err
	}
	exclude, err := patternmatcher.New(one.Exclude)
	if err != nil {
		return nil, err
	}
	return func(file string) bool {
		return (len(one.Include) == 0 || matches(include, file)) && !matches(exclude, file)
	}, nil
}

func matches(matcher *patternmatcher.PatternMatcher, file string) bool {
	matched, above := false, patternmatcher.MatchInfo{}
	parts := strings.Split(file, "/")
	for index := range parts {
		matched, above, _ = matcher.MatchesUsingParentResults(path.Join(parts[:index+1]...), above)
	}
	return matched
}

func (t *tree) pick(one selector) []string {
	fixed, pattern := one.split()
	folder := t.follow(fixed, 0)
	if pattern == "" {
		return []string{folder}
	}
	picked := []string{}
	for name := range t.everything() {
		relative, below := cutFolder(name, folder)
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
