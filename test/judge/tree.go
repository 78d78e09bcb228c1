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

// A folder of a commit as the client's file sender sees a folder on disk. A file is [path, mode, link target, object id].
type tree struct {
	links map[string]string
	// By path: mode and object id.
	files    map[string]string
	children map[string][]string
}

func newTree(entries [][4]string) *tree {
	built := &tree{links: map[string]string{}, files: map[string]string{}, children: map[string][]string{}}
	for _, entry := range entries {
		built.files[entry[0]] = entry[1] + " " + entry[3]
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

func (t *tree) isFile(name string) bool { _, found := t.files[name]; return found }

func (t *tree) has(name string) bool { return t.isFile(name) || t.children[name] != nil }

func (t *tree) entry(name string) gofs.DirEntry {
	stat := &types.Stat{Path: name, Mode: 0o644}
	if link, isLink := t.links[name]; isLink {
		stat.Mode, stat.Linkname = uint32(os.ModeSymlink|0o777), link
	} else if !t.isFile(name) {
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
		if err == gofs.SkipDir && t.isFile(child) {
			return nil
		}
		if err != nil && err != gofs.SkipDir {
			return err
		}
	}
	return nil
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
