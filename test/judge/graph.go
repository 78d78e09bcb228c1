package main

import (
	"encoding/json"
	"strings"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/solver/pb"
	digest "github.com/opencontainers/go-digest"
)

// What one copy or mount picks from a context. A copy's path may be a pattern, a mount's never is.
type selector struct {
	Path    string   `json:"path"`
	Kind    string   `json:"kind"`
	Include []string `json:"include,omitempty"`
	Exclude []string `json:"exclude,omitempty"`
}

// What a graph takes from one context: what the client would be asked to send (`whole`: no filter), and what is picked of that.
type source struct {
	Paths     []string   `json:"paths"`
	Whole     bool       `json:"whole"`
	Selectors []selector `json:"selectors"`
}

// What a graph takes from outside: from contexts, by their names, and images.
type graph struct {
	sources map[string]*source
	images  []string
}

const mainContext = "context"

// Reads the marshalled graph: the sources by their attributes, then whoever takes something from them.
func readGraph(definition *llb.Definition) (*graph, error) {
	found := &graph{sources: map[string]*source{}}
	byDigest := map[string]*source{}
	ops := make([]*pb.Op, len(definition.Def))
	for index, bytes := range definition.Def {
		ops[index] = &pb.Op{}
		if err := ops[index].UnmarshalVT(bytes); err != nil {
			return nil, err
		}
		identifier := ops[index].GetSource().GetIdentifier()
		if image, isImage := strings.CutPrefix(identifier, "docker-image://"); isImage {
			found.images = append(found.images, image)
		}
		name, isLocal := strings.CutPrefix(identifier, "local://")
		if !isLocal {
			continue
		}
		local, err := found.add(name, ops[index].GetSource().Attrs)
		if err != nil {
			return nil, err
		}
		byDigest[string(digest.FromBytes(bytes))] = local
	}
	for _, op := range ops {
		addReaders(op, byDigest)
	}
	return found, nil
}

func (found *graph) add(name string, attributes map[string]string) (*source, error) {
	if found.sources[name] == nil {
		found.sources[name] = &source{Paths: []string{}, Selectors: []selector{}}
	}
	local := found.sources[name]
	text, filtered := attributes[pb.AttrFollowPaths]
	if !filtered {
		local.Whole = true
		return local, nil
	}
	paths := []string{}
	err := json.Unmarshal([]byte(text), &paths)
	local.Paths = append(local.Paths, paths...)
	return local, err
}

func addReaders(op *pb.Op, byDigest map[string]*source) {
	origin := func(input int64) *source {
		if input < 0 || input >= int64(len(op.Inputs)) {
			return nil
		}
		return byDigest[op.Inputs[input].Digest]
	}
	for _, action := range op.GetFile().GetActions() {
		copied := action.GetCopy()
		if local := origin(action.SecondaryInput); copied != nil && local != nil {
			local.Selectors = append(local.Selectors, selector{
				Path: copied.Src, Kind: "copy", Include: copied.IncludePatterns, Exclude: copied.ExcludePatterns,
			})
		}
	}
	for _, mount := range op.GetExec().GetMounts() {
		if local := origin(mount.Input); local != nil {
			local.Selectors = append(local.Selectors, selector{Path: "/" + mount.Selector, Kind: "mount"})
		}
	}
}
