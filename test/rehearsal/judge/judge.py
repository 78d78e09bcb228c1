"""Judges recorded exchanges by botocore's models: python3 judge.py exchanges.jsonl

Each line is {"target", "authorization", "body", "status", "answer"}. Of every request and every answer, each member must be
known to the model, of its type, one of its values; what the model requires must be there; an error must be one that the
operation is said to have. Prints what is wrong, one line each, then one line of totals; exits with 1 if anything is.
"""

import json
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from urllib.parse import parse_qsl

import botocore.session

SERVICES = ["ecr", "ecs", "elbv2", "logs", "sts", "cloudwatch", "application-autoscaling", "ssm", "secretsmanager", "codedeploy"]
# Errors that every service has and no model names.
COMMON = {"ThrottlingException", "Throttling", "ValidationException", "ValidationError", "SerializationException"}
# What the cluster answers to what it does not play: a name of AWS's that no operation lists.
UNPLAYED = {"UnknownOperationException", "InvalidAction"}

session = botocore.session.get_session()
models = {name: session.get_service_model(name) for name in SERVICES}
by_target = {model.metadata.get("targetPrefix"): model for model in models.values() if "targetPrefix" in model.metadata}
by_version = {model.api_version: model for name, model in models.items() if name in ("elbv2", "sts", "cloudwatch")}


def scalar(shape, value, path):
    kinds = {
        "string": str, "character": str, "boolean": bool, "integer": int, "long": int, "float": (int, float),
        "double": (int, float), "timestamp": (int, float), "blob": str,
    }
    kind = kinds[shape.type_name]
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        yield f"{path}: {value!r} is no {shape.type_name}"
    elif getattr(shape, "enum", None) and value not in shape.enum:
        yield f"{path}: {value!r} is none of {shape.enum}"


def structure(shape, value, path):
    if not isinstance(value, dict):
        yield f"{path}: {value!r} is no structure"
        return
    for name in shape.required_members:
        if value.get(name) is None:
            yield f"{path}: {name} is missing"
    for name, member in value.items():
        if name not in shape.members:
            yield f"{path}: {shape.name} has no member {name}"
        else:
            yield from judge(shape.members[name], member, f"{path}.{name}")


def judge(shape, value, path):
    """What is wrong with a value, member by member."""
    if value is None:
        yield f"{path}: is null"
    elif shape.type_name == "structure":
        yield from structure(shape, value, path)
    elif shape.type_name == "list":
        if not isinstance(value, list):
            yield f"{path}: {value!r} is no list"
            return
        for index, item in enumerate(value):
            yield from judge(shape.member, item, f"{path}[{index}]")
    elif shape.type_name == "map":
        for key, item in value.items():
            yield from judge(shape.value, item, f"{path}.{key}")
    else:
        yield from scalar(shape, value, path)


def local(element):
    return element.tag.rsplit("}", 1)[-1]


TYPED = {"integer": int, "long": int, "float": float, "double": float}


def typed(shape, text):
    """The text of an element or of a parameter as JSON would have it; what does not parse stays text, and is judged."""
    if shape.type_name == "boolean":
        return {"true": True, "false": False}.get(text.lower(), text)
    if shape.type_name == "timestamp":
        return 0 if "T" in text else text
    try:
        return TYPED.get(shape.type_name, str)(text)
    except ValueError:
        return text


def from_xml(shape, element):
    if shape.type_name == "structure":
        return {local(child): from_xml(shape.members[local(child)], child) if local(child) in shape.members else None
                for child in element}
    if shape.type_name == "list":
        return [from_xml(shape.member, child) for child in element]
    if shape.type_name == "map":
        return {}
    return typed(shape, element.text or "")


def from_query(shape, tree):
    if isinstance(tree, str):
        return [] if shape.type_name == "list" and tree == "" else typed(shape, tree)
    if shape.type_name == "structure":
        return {name: from_query(shape.members[name], part) if name in shape.members else None
                for name, part in tree.items()}
    members = tree.get("member", {})
    return [from_query(shape.member, members[key]) for key in sorted(members, key=int)]


def planted(pairs):
    root = {}
    for name, value in pairs:
        if name in ("Action", "Version"):
            continue
        *path, leaf = name.split(".")
        branch = root
        for key in path:
            branch = branch.setdefault(key, {})
        branch[leaf] = value
    return root


def errors_of(operation):
    return {name for shape in operation.error_shapes for name in (shape.name, shape.error_code)} | COMMON | UNPLAYED


def judge_json(operation, exchange):
    if operation.input_shape:
        yield from judge(operation.input_shape, json.loads(exchange["body"] or "{}"), "request")
    answer = json.loads(exchange["answer"])
    if exchange["status"] != 200:
        if answer["__type"].rsplit("#", 1)[-1] not in errors_of(operation):
            yield f"answer: {operation.name} has no error {answer['__type']}"
    elif operation.output_shape:
        yield from judge(operation.output_shape, answer, "answer")


def judge_query(operation, exchange):
    yield from judge(operation.input_shape, from_query(operation.input_shape, planted(parse_qsl(exchange["body"], True))), "request")
    root = ElementTree.fromstring(exchange["answer"])
    if exchange["status"] != 200:
        code = next(element.text for element in root.iter() if local(element) == "Code")
        if code not in errors_of(operation):
            yield f"answer: {operation.name} has no error {code}"
    elif operation.output_shape:
        wrapper = operation.output_shape.serialization.get("resultWrapper")
        result = next(element for element in root if local(element) == wrapper)
        yield from judge(operation.output_shape, from_xml(operation.output_shape, result), "answer")


def judged(exchange):
    """The operation's name, and what is wrong; a request that was wrong on purpose is not judged itself."""
    target = exchange.get("target")
    if target:
        prefix, name = target.rsplit(".", 1)
        model, how = by_target[prefix], judge_json
    else:
        form = dict(parse_qsl(exchange["body"], True))
        name, model, how = form["Action"], by_version[form["Version"]], judge_query
    wrong = list(how(model.operation_model(name), exchange))
    refused = exchange["status"] != 200
    return f"{model.service_name}:{name}", [line for line in wrong if not (refused and line.startswith("request"))]


def main(path):
    counts, wrong = Counter(), set()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            operation, found = judged(json.loads(line))
            counts[operation] += 1
            wrong.update(f"{operation} {text}" for text in found)
    for text in sorted(wrong):
        print(text)
    print(json.dumps({"exchanges": sum(counts.values()), "operations": len(counts), "wrong": len(wrong)}))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
