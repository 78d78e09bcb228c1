# What bake files are made of.
variable "REGISTRY" { default = "org" }
variable "TAG" {}
variable "NODE" {
  type    = string
  default = "24"
}
variable "APPS" { default = ["cart", "web"] }
VERSIONS = { go = "1.26", alpine = "3.22" }

function "image" {
  params = [name, tag]
  result = notequal("", tag) ? "${REGISTRY}/${name}:${tag}" : "${REGISTRY}/${name}"
}
function "joined" {
  params          = []
  variadic_params = parts
  result          = join("-", [for part in parts : upper(part) if part != ""])
}

group "default" {
  targets = ["apps", "base", "tools"]
}
group "apps" {
  targets = [for app in APPS : app]
}

target "_common" {
  platforms = ["linux/amd64", "linux/arm64"]
  args = {
    NODE = NODE
    KEPT = "below"
    GONE = null
  }
}

/* The image that the others start from. */
target "base" {
  inherits   = ["_common"]
  context    = "./base/"
  dockerfile = "Dockerfile.alpine"
  args       = { ALPINE = VERSIONS["alpine"], KEPT = "above" }
  tags       = [image("base", TAG)]
}

target "cart" {
  inherits = ["_common"]
  context  = "services/cart"
  target   = TAG == "" ? "dev" : "release"
  contexts = { base = "target:base", libs = "libs", node = "docker-image://node:${NODE}" }
  args = {
    SUM    = 1 + 2 * 3 - 4 / 2
    NAME   = joined("a", "", "b")
    NESTED = "v${lookup(VERSIONS, "go", "0")}-$${literal}"
    LINES  = <<-EOT
      one ${NODE}
        two
    EOT
    FLAG   = length(APPS) > 1 && !false
    "DASH" = sha256("x")
  }
}

target "web" {
  inherits   = ["cart"]
  dockerfile = "../Dockerfile.web"
  platforms  = ["linux/amd64"]
  args       = merge({ A = 1 }, { B = format("%s-%02d", "x", 7) })
}

target "tools" {
  name     = "tools-${item.name}-${replace(os, ".", "-")}"
  matrix   = { item = [{ name = "lint", to = "l" }, { name = "fmt", to = "f" }], os = ["a.1", "b"] }
  target   = item.to
  contexts = { os = "docker-image://${os}" }
  dockerfile-inline = <<EOT
FROM os
RUN echo ${item.name}
EOT
}
