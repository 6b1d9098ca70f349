"""Reads {"nodes": n, "edges": [[a, b, weight], …]}, writes the matching of greatest total weight and its pairs."""

import json
import sys
import time

import rustworkx

given = json.load(sys.stdin)
graph = rustworkx.PyGraph(multigraph=False)
graph.add_nodes_from(range(given["nodes"]))
graph.add_edges_from([tuple(edge) for edge in given["edges"]])
began = time.process_time()
pairs = rustworkx.max_weight_matching(graph, weight_fn=int)
seconds = time.process_time() - began
weight = sum(graph.get_edge_data(a, b) for a, b in pairs)
json.dump({"weight": weight, "pairs": [sorted(pair) for pair in pairs], "seconds": seconds}, sys.stdout)
