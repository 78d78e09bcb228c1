package main

import (
	"context"
	"encoding/json"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerui"
	"github.com/moby/buildkit/solver/pb"
	dockerspec "github.com/moby/docker-image-spec/specs-go/v1"
	digest "github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
)

// What BuildKit's front end makes of a Dockerfile.
type converted struct {
	*graph
	// The graph and the image's own settings and history, without places and times: what the build does, whatever the files hold.
	instructions digest.Digest
}

func convert(ctx context.Context, asked question) (*converted, error) {
	platform := ocispecs.Platform{OS: "linux", Architecture: "amd64"}
	everything := pb.Caps.CapSet(pb.Caps.All())
	named, err := namedContexts(asked.Contexts, everything)
	if err != nil {
		return nil, err
	}
	result, err := dockerfile2llb.Dockerfile2LLB(ctx, []byte(asked.Dockerfile), dockerfile2llb.ConvertOpt{
		Config:         dockerui.Config{BuildArgs: asked.Args, Target: asked.Target},
		Client:         named,
		MetaResolver:   strangers{},
		TargetPlatform: &platform,
		LLBCaps:        &everything,
	})
	if err != nil {
		return nil, err
	}
	// Else each graph gets an id of its own.
	definition, err := result.State.Marshal(ctx, llb.LocalUniqueID("any"))
	if err != nil {
		return nil, err
	}
	found, err := readGraph(definition)
	if err != nil {
		return nil, err
	}
	instructions, err := fingerprint(definition, result.Image)
	return &converted{found, instructions}, err
}

// The head's digest stands for all below it.
func fingerprint(definition *llb.Definition, image *dockerspec.DockerOCIImage) (digest.Digest, error) {
	plain := *image
	plain.Created = nil
	plain.History = append([]ocispecs.History{}, image.History...)
	for index := range plain.History {
		plain.History[index].Created = nil
	}
	settings, err := json.Marshal(plain)
	if err != nil || len(definition.Def) == 0 {
		return digest.FromBytes(settings), err
	}
	head, err := definition.Head()
	return digest.FromString(string(head) + string(settings)), err
}
