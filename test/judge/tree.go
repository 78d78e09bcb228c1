package main

import (
	"context"
	"io"
	gofs "io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/tonistiigi/fsutil"
	"github.com/tonistiigi/fsutil/types"
)

// A folder of a commit as the client's file sender sees a folder on disk. A file is [path, mode, link target].
type tree struct {
	links    map[string]string
	files    map[string]bool
	children map[string][]string
}

func newTree(entries [][3]string) *tree {
	built := &tree{links: map[string]string{}, files: map[string]bool{}, children: map[string][]string{}}
	for _, entry := range entries {
		built.files[entry[0]] = true
		if entry[1] == "120000" {
			built.links[entry[0]] = entry[2]
		}
		built.adopt(entry[0])
	}
	for _, names := range built.children {
		slices.Sort(names)
	}
	return built
}

func (t *tree) adopt(child string) {
	for child != "." {
		parent := path.Dir(child)
		known := t.children[parent] != nil
		t.children[parent] = append(t.children[parent], child)
		if known {
			return
		}
		child = parent
	}
}

func (t *tree) has(name string) bool { return t.files[name] || t.children[name] != nil }

func (t *tree) entry(name string) gofs.DirEntry {
	stat := &types.Stat{Path: name, Mode: 0o644}
	if link, isLink := t.links[name]; isLink {
		stat.Mode, stat.Linkname = uint32(os.ModeSymlink|0o777), link
	} else if !t.files[name] {
		stat.Mode = uint32(os.ModeDir | 0o755)
	}
	return &fsutil.DirEntryInfo{Stat: stat}
}

func (t *tree) Open(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("")), nil }

func (t *tree) Walk(_ context.Context, target string, visit gofs.WalkDirFunc) error {
	name := path.Join(".", target)
	if path.IsAbs(name) {
		name = path.Join(".", "."+name)
	}
	if !t.has(name) {
		return &os.PathError{Op: "lstat", Path: name, Err: os.ErrNotExist}
	}
	if err := t.walk(name, visit); err != gofs.SkipDir {
		return err
	}
	return nil
}

func (t *tree) walk(name string, visit gofs.WalkDirFunc) error {
	if name != "." {
		if err := visit(name, t.entry(name), nil); err != nil {
			return err
		}
	}
	for _, child := range t.children[name] {
		err := t.walk(child, visit)
		if err == gofs.SkipDir && t.files[child] {
			return nil
		}
		if err != nil && err != gofs.SkipDir {
			return err
		}
	}
	return nil
}
