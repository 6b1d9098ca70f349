"""Reads [{"people": n, "groups": [[members, score], …]}, …]; writes for each the places of the groups in the best choice
of them that share nobody.

A 0/1 program: a column for each group, a row for each person. `bound` is what no choice can exceed; null says that
the choice is proven to be the best.
"""

import json
import os
import sys

import highspy
import numpy

SECONDS_EACH = 60

# HiGHS greets on standard output whatever it is told: that goes to the errors, and the answer alone to the output.
answer = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)


def solved(instance):
    groups = instance["groups"]
    if not groups:
        return {"chosen": [], "bound": None}
    columns = len(groups)
    program = highspy.HighsLp()
    program.num_col_ = columns
    program.num_row_ = instance["people"]
    program.sense_ = highspy.ObjSense.kMaximize
    program.col_cost_ = numpy.array([score for _, score in groups])
    program.col_lower_ = numpy.zeros(columns)
    program.col_upper_ = numpy.ones(columns)
    program.row_lower_ = numpy.full(instance["people"], -highspy.kHighsInf)
    program.row_upper_ = numpy.ones(instance["people"])
    members = [members for members, _ in groups]
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_ = numpy.concatenate(([0], numpy.cumsum([len(one) for one in members])))
    program.a_matrix_.index_ = numpy.concatenate(members)
    program.a_matrix_.value_ = numpy.ones(len(program.a_matrix_.index_))
    program.integrality_ = [highspy.HighsVarType.kInteger] * columns
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 1e-6)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("time_limit", float(SECONDS_EACH))
    solver.passModel(program)
    solver.run()
    is_proven = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return {
        "chosen": [group for group, taken in enumerate(solver.getSolution().col_value) if taken > 0.5],
        "bound": None if is_proven else solver.getInfo().mip_dual_bound,
    }


json.dump([solved(instance) for instance in json.load(sys.stdin)], answer)
answer.close()
